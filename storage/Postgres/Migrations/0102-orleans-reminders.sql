-- Reminders wake a grain that is not in memory. Each silo reads those of its own part of the ring of grain hashes, again and again.
create table contest.orleans_reminders (
  service_id text collate "C" not null,
  grain_id text collate "C" not null,
  name text collate "C" not null,
  grain_hash integer not null,
  start_time timestamptz not null,
  period_ms bigint not null,
  version integer not null default 0,
  primary key (service_id, grain_id, name)
);

create index orleans_reminders_ring on contest.orleans_reminders (service_id, grain_hash);

insert into contest.orleansquery (querykey, querytext) values

('UpsertReminderRowKey', $$
insert into contest.orleans_reminders as reminder (service_id, grain_id, name, grain_hash, start_time, period_ms)
values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period)
on conflict (service_id, grain_id, name) do update
set grain_hash = excluded.grain_hash, start_time = excluded.start_time, period_ms = excluded.period_ms, version = reminder.version + 1
returning version
$$),

('ReadReminderRowKey', $$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from contest.orleans_reminders
where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName
$$),

('ReadReminderRowsKey', $$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from contest.orleans_reminders
where service_id = @ServiceId and grain_id = @GrainId
$$),

-- The part of the ring after @BeginHash, up to and including @EndHash. Hashes are unsigned for Orleans and signed here, in the
-- parameters too, so the ring's seam lies elsewhere but its order is the same.
('ReadRangeRows1Key', $$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from contest.orleans_reminders
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$$),

-- The same across the seam. With both ends equal it is the whole ring.
('ReadRangeRows2Key', $$
select grain_id as grainid, name as remindername, start_time as starttime, period_ms as period, version
from contest.orleans_reminders
where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$$),

('DeleteReminderRowKey', $$
with removed as (
  delete from contest.orleans_reminders
  where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version
  returning version
)
select exists (select from removed)
$$),

('DeleteReminderRowsKey', $$
delete from contest.orleans_reminders where service_id = @ServiceId
$$);
