-- The read model of matches: what their votes come to, for whoever reads by SQL. The journal is the truth; a follower fills these
-- tables from it, and they may be emptied at any time: then it fills them anew.
CREATE TABLE contest.match_aggregates (
  match text COLLATE "C" NOT NULL,
  aggregate_type text COLLATE "C" NOT NULL CHECK (aggregate_type IN ('h3', 'country')),
  -- index of the cell, or the country's code
  location_key text COLLATE "C" NOT NULL,
  -- null for a country
  resolution smallint,
  team_a_count integer NOT NULL,
  team_b_count integer NOT NULL,
  vote_count integer GENERATED ALWAYS AS (team_a_count + team_b_count) STORED,
  last_updated_at timestamptz NOT NULL,
  -- whether a vote named this very place, or only a cell within it
  is_named boolean NOT NULL,
  PRIMARY KEY (match, aggregate_type, location_key)
);

CREATE TABLE contest.match_totals (
  match text COLLATE "C" PRIMARY KEY,
  team_a_votes integer NOT NULL,
  team_b_votes integer NOT NULL,
  last_vote_at timestamptz NOT NULL
);

-- Up to which record of its journal a match has been applied.
CREATE TABLE contest.match_positions (
  match text COLLATE "C" PRIMARY KEY,
  epoch text NOT NULL,
  number bigint NOT NULL
);

CREATE FUNCTION contest.increment_h3_aggregate(
  match text, h3_index text, h3_resolution integer, team_a integer, team_b integer, voted_at timestamptz DEFAULT now(), named boolean DEFAULT true)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO contest.match_aggregates AS present
    (match, aggregate_type, location_key, resolution, team_a_count, team_b_count, last_updated_at, is_named)
  VALUES ($1, 'h3', $2, $3, $4, $5, $6, $7)
  ON CONFLICT ON CONSTRAINT match_aggregates_pkey DO UPDATE SET
    team_a_count = present.team_a_count + excluded.team_a_count,
    team_b_count = present.team_b_count + excluded.team_b_count,
    last_updated_at = greatest(present.last_updated_at, excluded.last_updated_at),
    is_named = present.is_named OR excluded.is_named
$$;

CREATE FUNCTION contest.increment_country_aggregate(
  match text, country_code text, team_a integer, team_b integer, voted_at timestamptz DEFAULT now())
RETURNS void LANGUAGE sql AS $$
  INSERT INTO contest.match_aggregates AS present
    (match, aggregate_type, location_key, resolution, team_a_count, team_b_count, last_updated_at, is_named)
  VALUES ($1, 'country', $2, NULL, $3, $4, $5, true)
  ON CONFLICT ON CONSTRAINT match_aggregates_pkey DO UPDATE SET
    team_a_count = present.team_a_count + excluded.team_a_count,
    team_b_count = present.team_b_count + excluded.team_b_count,
    last_updated_at = greatest(present.last_updated_at, excluded.last_updated_at)
$$;

-- Applies the records of a journal after one number and through another, whose votes come to what the arrays say: a place each.
-- Exactly once: it does nothing, and says so, when the records before are not the last that were applied.
CREATE FUNCTION contest.apply_match_votes(
  match text, epoch text, after bigint, through bigint,
  aggregate_types text[], location_keys text[], resolutions smallint[], teams_a integer[], teams_b integer[], times timestamptz[], named boolean[],
  total_a integer, total_b integer, last_vote_at timestamptz)
RETURNS boolean LANGUAGE sql AS $$
  WITH moved AS (
    INSERT INTO contest.match_positions AS present (match, epoch, number)
    SELECT $1, $2, $4 WHERE $3 = 0 OR EXISTS (SELECT FROM contest.match_positions AS known WHERE known.match = $1)
    ON CONFLICT ON CONSTRAINT match_positions_pkey DO UPDATE SET number = excluded.number
      WHERE present.number = $3 AND present.epoch = excluded.epoch
    RETURNING 1
  ), places AS (
    INSERT INTO contest.match_aggregates AS present
      (match, aggregate_type, location_key, resolution, team_a_count, team_b_count, last_updated_at, is_named)
    SELECT $1, place.* FROM moved, unnest($5, $6, $7, $8, $9, $10, $11) AS place
    ON CONFLICT ON CONSTRAINT match_aggregates_pkey DO UPDATE SET
      team_a_count = present.team_a_count + excluded.team_a_count,
      team_b_count = present.team_b_count + excluded.team_b_count,
      last_updated_at = greatest(present.last_updated_at, excluded.last_updated_at),
      is_named = present.is_named OR excluded.is_named
  ), totals AS (
    INSERT INTO contest.match_totals AS present (match, team_a_votes, team_b_votes, last_vote_at)
    SELECT $1, $12, $13, $14 FROM moved WHERE $14 IS NOT NULL
    ON CONFLICT ON CONSTRAINT match_totals_pkey DO UPDATE SET
      team_a_votes = present.team_a_votes + excluded.team_a_votes,
      team_b_votes = present.team_b_votes + excluded.team_b_votes,
      last_vote_at = greatest(present.last_vote_at, excluded.last_vote_at)
  )
  SELECT EXISTS (SELECT FROM moved)
$$;

CREATE FUNCTION contest.get_match_aggregates(match text)
RETURNS TABLE (
  aggregate_type text, location_key text, resolution smallint, team_a_count integer, team_b_count integer, vote_count integer, last_updated_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT place.aggregate_type, place.location_key, place.resolution, place.team_a_count, place.team_b_count, place.vote_count, place.last_updated_at
  FROM contest.match_aggregates AS place WHERE place.match = $1 AND place.is_named
  ORDER BY place.vote_count DESC, place.location_key
$$;

CREATE FUNCTION contest.get_realtime_stats(match text)
RETURNS TABLE (
  total_votes integer, team_a_votes integer, team_b_votes integer, unique_countries integer, unique_h3_cells integer, last_vote_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT
    coalesce(total.team_a_votes + total.team_b_votes, 0), coalesce(total.team_a_votes, 0), coalesce(total.team_b_votes, 0),
    (SELECT count(*)::integer FROM contest.match_aggregates AS place WHERE place.match = $1 AND place.aggregate_type = 'country'),
    (SELECT count(*)::integer FROM contest.match_aggregates AS place WHERE place.match = $1 AND place.aggregate_type = 'h3' AND place.is_named),
    total.last_vote_at
  FROM (SELECT) AS one LEFT JOIN contest.match_totals AS total ON total.match = $1
$$;
