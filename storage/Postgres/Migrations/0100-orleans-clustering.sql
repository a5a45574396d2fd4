-- What Orleans' AdoNet providers ask the database. A provider reads this table once, when its process starts, and from then on sends
-- the text under each key with that key's parameters. Fixed by the providers: this table's name and columns, the keys, the names of
-- parameters and result columns, one boolean where success is asked for. All the rest is ours.
create table if not exists orleansquery (
  querykey text primary key,
  querytext text not null
);

-- A cluster's members change one step at a time: whoever changes one names the version it has seen, and takes it one further.
create table if not exists orleans_cluster (
  cluster_id text collate "C" primary key,
  version integer not null default 0
);

create table if not exists orleans_silo (
  cluster_id text collate "C" not null references orleans_cluster on delete cascade,
  address text collate "C" not null,
  port integer not null,
  generation integer not null,
  silo_name text not null,
  host_name text not null,
  status integer not null,
  -- 0: no gateway for clients
  proxy_port integer not null,
  suspect_times text,
  start_time timestamptz not null,
  i_am_alive_time timestamptz not null,
  primary key (cluster_id, address, port, generation)
);

insert into orleansquery (querykey, querytext) values

('InsertMembershipVersionKey', $$
with added as (
  insert into orleans_cluster (cluster_id) values (@DeploymentId)
  on conflict do nothing
  returning cluster_id
)
select exists (select from added)
$$),

-- The cluster's row is the lock: of several writers with the same version one gets it, and the others then find another version.
-- The version moves and the silo is added together or not at all.
('InsertMembershipKey', $$
with moved as (
  update orleans_cluster set version = version + 1
  where cluster_id = @DeploymentId and version = @Version
    and not exists (
      select from orleans_silo
      where (cluster_id, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
  returning cluster_id
), added as (
  insert into orleans_silo (
    cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
  select
    cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
  from moved
  returning cluster_id
)
select exists (select from added)
$$),

('UpdateMembershipKey', $$
with moved as (
  update orleans_cluster set version = version + 1
  where cluster_id = @DeploymentId and version = @Version
    and exists (
      select from orleans_silo
      where (cluster_id, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
  returning cluster_id
), changed as (
  update orleans_silo silo
  set status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
  from moved
  where silo.cluster_id = moved.cluster_id
    and (silo.address, silo.port, silo.generation) = (@Address, @Port, @Generation)
  returning silo.cluster_id
)
select exists (select from changed)
$$),

-- A sign of life changes no membership: no version, and no waiting for those who change one.
('UpdateIAmAlivetimeKey', $$
update orleans_silo set i_am_alive_time = @IAmAliveTime
where (cluster_id, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation)
$$),

-- The version is answered even when no silo is: the providers read it from the first row.
('MembershipReadRowKey', $$
select
  cluster.version, silo.address, silo.port, silo.generation, silo.silo_name as siloname, silo.host_name as hostname, silo.status,
  silo.proxy_port as proxyport, silo.suspect_times as suspecttimes, silo.start_time as starttime, silo.i_am_alive_time as iamalivetime
from orleans_cluster cluster
left join orleans_silo silo on silo.cluster_id = cluster.cluster_id
  and (silo.address, silo.port, silo.generation) = (@Address, @Port, @Generation)
where cluster.cluster_id = @DeploymentId
$$),

('MembershipReadAllKey', $$
select
  cluster.version, silo.address, silo.port, silo.generation, silo.silo_name as siloname, silo.host_name as hostname, silo.status,
  silo.proxy_port as proxyport, silo.suspect_times as suspecttimes, silo.start_time as starttime, silo.i_am_alive_time as iamalivetime
from orleans_cluster cluster
left join orleans_silo silo on silo.cluster_id = cluster.cluster_id
where cluster.cluster_id = @DeploymentId
$$),

('GatewaysQueryKey', $$
select address, proxy_port as proxyport, generation
from orleans_silo
where cluster_id = @DeploymentId and status = @Status and proxy_port > 0
$$),

('DeleteMembershipTableEntriesKey', $$
delete from orleans_cluster where cluster_id = @DeploymentId
$$),

-- Whatever is not active (3) and has long been silent: the dead, and those that never finished joining or leaving.
('CleanupDefunctSiloEntriesKey', $$
delete from orleans_silo
where cluster_id = @DeploymentId and status <> 3 and i_am_alive_time < @IAmAliveTime
$$)

on conflict (querykey) do update set querytext = excluded.querytext;
