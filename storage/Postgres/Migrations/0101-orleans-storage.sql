-- State of grains: for us, who listens to which Orleans stream. The provider's hashes of key and type make the lookup narrow, the rest
-- of the key makes it exact. Bytewise collation, for keys are compared and never sorted for people.
create table contest.orleans_grain_states (
  grain_id_hash integer not null,
  grain_type_hash integer not null,
  grain_id_n0 bigint not null,
  grain_id_n1 bigint not null,
  service_id text collate "C" not null,
  grain_type text collate "C" not null,
  -- the whole key of a grain with a string key; otherwise what follows the number or guid, if anything does
  grain_id_extension text collate "C",
  version integer not null,
  -- null: cleared. The row stays, so that the version goes on and never comes a second time.
  payload bytea,
  modified_at timestamptz not null default now(),
  constraint orleans_grain_states_key unique nulls not distinct (
    grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, service_id, grain_type, grain_id_extension)
);

insert into contest.orleansquery (querykey, querytext) values

('ReadFromStorageKey', $$
select payload as payloadbinary, version
from contest.orleans_grain_states
where (grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, service_id, grain_type)
    = (@GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainTypeString)
  and grain_id_extension is not distinct from @GrainIdExtensionString
  and payload is not null
$$),

-- With a version: that version is replaced. Without: there must be no state yet, or a cleared one.
-- No row in the answer tells the provider that another activation was first.
('WriteToStorageKey', $$
with changed as (
  update contest.orleans_grain_states
  set payload = @PayloadBinary, version = version + 1, modified_at = now()
  where (grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, service_id, grain_type)
      = (@GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainTypeString)
    and grain_id_extension is not distinct from @GrainIdExtensionString
    and version = @GrainStateVersion
  returning version
), added as (
  insert into contest.orleans_grain_states as state (
    grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, service_id, grain_type, grain_id_extension, version, payload)
  select
    @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainTypeString, @GrainIdExtensionString, 1, @PayloadBinary
  where @GrainStateVersion is null
  on conflict on constraint orleans_grain_states_key do update
  set payload = excluded.payload, version = state.version + 1, modified_at = now()
  where state.payload is null
  returning version
)
select version as newgrainstateversion from changed
union all
select version from added
$$),

('ClearStorageKey', $$
update contest.orleans_grain_states
set payload = null, version = version + 1, modified_at = now()
where (grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, service_id, grain_type)
    = (@GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainTypeString)
  and grain_id_extension is not distinct from @GrainIdExtensionString
  and version = @GrainStateVersion
returning version as newgrainstateversion
$$),

-- Used instead of clearing when the silo sets DeleteStateOnClear. The answer must differ from the version that was given.
('DeleteStorageKey', $$
delete from contest.orleans_grain_states
where (grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, service_id, grain_type)
    = (@GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainTypeString)
  and grain_id_extension is not distinct from @GrainIdExtensionString
  and version = @GrainStateVersion
returning version + 1 as newgrainstateversion
$$);
