-- A channel has a row from its first record on.
CREATE TABLE contest.channels (
  channel bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  epoch text NOT NULL,
  UNIQUE (kind, id)
);

-- The key fences: of two who append the same number, one fails. There is no foreign key on channel, for it would look the
-- channel up once per record; every insert names the record before, or makes the channel.
CREATE TABLE contest.journal (
  channel bigint NOT NULL,
  number bigint NOT NULL,
  seq bigint NOT NULL,
  body json NOT NULL,
  PRIMARY KEY (channel, number)
);

-- A cache: rows may be deleted at any time.
CREATE TABLE contest.snapshots (
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  format text NOT NULL,
  epoch text NOT NULL,
  number bigint NOT NULL,
  seq bigint NOT NULL,
  state bytea NOT NULL,
  PRIMARY KEY (kind, id)
);
