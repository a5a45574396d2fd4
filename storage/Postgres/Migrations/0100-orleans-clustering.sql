-- What Orleans' AdoNet providers ask the database. A provider reads this table once, when its process starts, and from then on sends
-- the text under each key with that key's parameters. Fixed by the providers: this table's name and columns (found through the search
-- path of the connection that they are given), the keys, the names of parameters and result columns, and one boolean where success is
-- asked for. All the rest is ours.
create table contest.orleansquery (
  querykey text primary key,
  querytext text not null
);

-- A cluster's members change one step at a time: whoever changes one names the version it has seen, and takes it one further.
create table contest.orleans_clusters (
  cluster_id text collate "C" primary key,
  version integer not null default 0
);

create table contest.orleans_silos (
  cluster_id text collate "C" not null references contest.orleans_clusters on delete cascade,
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

insert into contest.orleansquery (querykey, querytext) values

('InsertMembershipVersionKey', $$
with added as (
  insert into contest.orleans_clusters (cluster_id) values (@DeploymentId)
  on conflict do nothing
  returning cluster_id
)
select exists (select from added)
$$),

-- The cluster's row is the lock: of several writers with the same version one gets it, and the others then find another version.
-- The version moves and the silo is added together or not at all.
('InsertMembershipKey', $$
with moved as (
  update contest.orleans_clusters set version = version + 1
  where cluster_id = @DeploymentId and version = @Version
    and not exists (
      select from contest.orleans_silos
      where (cluster_id, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
  returning cluster_id
), added as (
  insert into contest.orleans_silos (
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
  update contest.orleans_clusters set version = version + 1
  where cluster_id = @DeploymentId and version = @Version
    and exists (
      select from contest.orleans_silos
      where (cluster_id, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
  returning cluster_id
), changed as (
  update contest.orleans_silos silo
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
update contest.orleans_silos set i_am_alive_time = @IAmAliveTime
where (cluster_id, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation)
$$),

-- The version is answered even when no silo is: the providers read it from the first row.
('MembershipReadRowKey', $$
select
  cluster.version, silo.address, silo.port, silo.generation, silo.silo_name as siloname, silo.host_name as hostname, silo.status,
  silo.proxy_port as proxyport, silo.suspect_times as suspecttimes, silo.start_time as starttime, silo.i_am_alive_time as iamalivetime
from contest.orleans_clusters cluster
left join contest.orleans_silos silo on silo.cluster_id = cluster.cluster_id
  and (silo.address, silo.port, silo.generation) = (@Address, @Port, @Generation)
where cluster.cluster_id = @DeploymentId
$$),

('MembershipReadAllKey', $$
select
  cluster.version, silo.address, silo.port, silo.generation, silo.silo_name as siloname, silo.host_name as hostname, silo.status,
  silo.proxy_port as proxyport, silo.suspect_times as suspecttimes, silo.start_time as starttime, silo.i_am_alive_time as iamalivetime
from contest.orleans_clusters cluster
left join contest.orleans_silos silo on silo.cluster_id = cluster.cluster_id
where cluster.cluster_id = @DeploymentId
$$),

('GatewaysQueryKey', $$
select address, proxy_port as proxyport, generation
from contest.orleans_silos
where cluster_id = @DeploymentId and status = @Status and proxy_port > 0
$$),

('DeleteMembershipTableEntriesKey', $$
delete from contest.orleans_clusters where cluster_id = @DeploymentId
$$),

-- Whatever is not active (3) and has long been silent: the dead, and those that never finished joining or leaving.
('CleanupDefunctSiloEntriesKey', $$
delete from contest.orleans_silos
where cluster_id = @DeploymentId and status <> 3 and i_am_alive_time < @IAmAliveTime
$$);
