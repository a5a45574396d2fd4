using Npgsql;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres.Providers;

[NeedsPostgres]
public sealed class ChangingAMembership : IAsyncLifetime
{
    private const int Joining = 2, Active = 3, Dead = 6;

    private static readonly DateTime noon = new(2026, 1, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly string cluster = Guid.NewGuid().ToString();
    private ProviderDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await ProviderDatabase.SharedAsync();
        await FoundAsync(cluster);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [ContractFact]
    public async Task Starts_once_at_version_zero_without_silos()
    {
        Assert.False(await FoundAsync(cluster));

        var row = Assert.Single(await ReadAllAsync());
        Assert.Equal(0, row.Number("Version"));
        Assert.Null(row["StartTime"]);
    }

    [ContractFact]
    public async Task Adds_a_silo_and_moves_the_version_by_one()
    {
        Assert.True(await JoinAsync(1, version: 0));
        Assert.True(await JoinAsync(2, version: 1));

        var rows = await ReadAllAsync();
        Assert.Equal([1, 2], rows.Select(row => row.Number("Generation")).Order());
        Assert.All(rows, row => Assert.Equal(2, row.Number("Version")));
    }

    [ContractFact]
    public async Task Reads_back_what_was_written()
    {
        const string Suspects = "127.0.0.1:11111@2,2026-01-24 12:00:00.000 GMT|127.0.0.1:11111@3,2026-01-24 12:00:01.000 GMT";
        await JoinAsync(1, version: 0);
        await ChangeAsync(1, version: 1, Active, Suspects);

        var row = Assert.Single(await ReadAsync(1));
        Assert.Equal(("127.0.0.1", 11111, 1, 30000), (row["Address"], row["Port"], row["Generation"], row["ProxyPort"]));
        Assert.Equal(("silo", "host", Active, 2), (row["SiloName"], row["HostName"], row["Status"], row["Version"]));
        Assert.Equal((Suspects, noon, noon.AddSeconds(1)), (row["SuspectTimes"], row["StartTime"], row["IAmAliveTime"]));
    }

    [ContractFact]
    public async Task Is_refused_at_any_version_but_the_current_one()
    {
        await JoinAsync(1, version: 0);

        Assert.False(await JoinAsync(2, version: 0));
        Assert.False(await JoinAsync(2, version: 2));
        Assert.False(await ChangeAsync(1, version: 0, Dead));
        Assert.False(await ChangeAsync(1, version: 2, Dead));

        var row = Assert.Single(await ReadAllAsync());
        Assert.Equal((1, Joining, noon), (row["Version"], row["Status"], row["IAmAliveTime"]));
    }

    [ContractFact]
    public async Task Is_refused_for_a_second_silo_of_the_same_address_and_for_an_unknown_one()
    {
        await JoinAsync(1, version: 0);

        Assert.False(await JoinAsync(1, version: 1));
        Assert.False(await ChangeAsync(2, version: 1, Dead));
        Assert.Equal(1, Assert.Single(await ReadAllAsync()).Number("Version"));
    }

    [ContractFact]
    public async Task Forgets_suspicions_when_told_to()
    {
        await JoinAsync(1, version: 0);
        await ChangeAsync(1, version: 1, Active, "suspected");
        await ChangeAsync(1, version: 2, Active, suspects: null);

        Assert.Null(Assert.Single(await ReadAllAsync())["SuspectTimes"]);
    }

    [ContractFact]
    public async Task Tells_the_version_to_who_asks_for_an_unknown_silo()
    {
        await JoinAsync(1, version: 0);

        var row = Assert.Single(await ReadAsync(2));
        Assert.Equal(1, row.Number("Version"));
        Assert.Null(row["StartTime"]);
    }

    [ContractFact]
    public async Task Lets_one_of_many_writers_of_the_same_version_through()
    {
        var joined = await Task.WhenAll(Enumerable.Range(1, 20).Select(generation => JoinAsync(generation, version: 0)));
        Assert.Single(joined, won => won);
        var generation = Assert.Single(await ReadAllAsync()).Number("Generation");

        var changed = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => ChangeAsync(generation, version: 1, Active)));
        Assert.Single(changed, won => won);
        Assert.Equal(2, Assert.Single(await ReadAllAsync()).Number("Version"));
    }

    [ContractFact]
    public async Task Counts_every_change_of_writers_who_try_again()
    {
        const int Writers = 8, Changes = 5;
        await JoinAsync(1, version: 0);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var changes = 0; changes < Changes;)
            {
                var version = (await ReadAllAsync())[0].Number("Version");
                changes += await ChangeAsync(1, version, Active) ? 1 : 0;
            }
        }));

        Assert.Equal(1 + (Writers * Changes), (await ReadAllAsync())[0].Number("Version"));
    }

    [ContractFact]
    public async Task Leaves_the_version_when_a_silo_gives_a_sign_of_life()
    {
        await JoinAsync(1, version: 0);
        await SignOfLifeAsync(1, noon.AddMinutes(1));

        var row = Assert.Single(await ReadAllAsync());
        Assert.Equal((1, noon.AddMinutes(1)), (row["Version"], row["IAmAliveTime"]));
    }

    [ContractFact]
    public async Task Keeps_no_sign_of_life_waiting()
    {
        await JoinAsync(1, version: 0);
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var change = new NpgsqlCommand("update contest.orleans_clusters set version = 1 where cluster_id = $1", connection)
        {
            Parameters = { new() { Value = cluster } },
        };
        Assert.Equal(1, await change.ExecuteNonQueryAsync());

        await SignOfLifeAsync(1, noon.AddMinutes(1)).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [ContractFact]
    public async Task Offers_clients_the_active_silos_that_have_a_gateway()
    {
        await JoinAsync(1, version: 0, Joining);
        await JoinAsync(2, version: 1, Active);
        await JoinAsync(3, version: 2, Dead);
        await JoinAsync(4, version: 3, Active, gateway: 0);

        var gateway = Assert.Single(await database.AskAsync("GatewaysQueryKey", new { DeploymentId = cluster, Status = Active }));
        Assert.Equal(("127.0.0.1", 30000, 2), (gateway["Address"], gateway["ProxyPort"], gateway["Generation"]));
    }

    [ContractFact]
    public async Task Removes_who_has_long_been_silent_and_is_not_active()
    {
        foreach (var status in Enumerable.Range(0, 7))
        {
            await JoinAsync(status, version: status, status);
        }

        await SignOfLifeAsync(Dead, noon.AddDays(1));
        await database.AskAsync("CleanupDefunctSiloEntriesKey", new { DeploymentId = cluster, IAmAliveTime = noon.AddHours(1) });

        var left = await ReadAllAsync();
        Assert.Equal([Active, Dead], left.Select(row => row.Number("Status")).Order());
        Assert.All(left, row => Assert.Equal(7, row.Number("Version")));
    }

    [ContractFact]
    public async Task Touches_no_other_cluster()
    {
        var other = cluster + "-other";
        await FoundAsync(other);
        await JoinAsync(1, version: 0);

        await database.AskAsync("DeleteMembershipTableEntriesKey", new { DeploymentId = other });
        Assert.Empty(await database.AskAsync("MembershipReadAllKey", new { DeploymentId = other }));
        Assert.Single(await ReadAllAsync());

        await database.AskAsync("DeleteMembershipTableEntriesKey", new { DeploymentId = cluster });
        Assert.Empty(await ReadAllAsync());
    }

    private Task<bool> FoundAsync(string id) => database.TryAsync("InsertMembershipVersionKey", new { DeploymentId = id });

    private Task<bool> JoinAsync(int generation, int version, int status = Joining, int gateway = 30000) => database.TryAsync(
        "InsertMembershipKey",
        new
        {
            DeploymentId = cluster,
            IAmAliveTime = noon,
            SiloName = "silo",
            HostName = "host",
            Address = "127.0.0.1",
            Port = 11111,
            Generation = generation,
            StartTime = noon,
            Status = status,
            ProxyPort = gateway,
            Version = version,
        });

    private Task<bool> ChangeAsync(int generation, int version, int status, string? suspects = null) => database.TryAsync(
        "UpdateMembershipKey",
        new
        {
            DeploymentId = cluster,
            Address = "127.0.0.1",
            Port = 11111,
            Generation = generation,
            IAmAliveTime = noon.AddSeconds(1),
            Status = status,
            SuspectTimes = suspects,
            Version = version,
        });

    private Task SignOfLifeAsync(int generation, DateTime at) => database.AskAsync(
        "UpdateIAmAlivetimeKey",
        new { DeploymentId = cluster, Address = "127.0.0.1", Port = 11111, Generation = generation, IAmAliveTime = at });

    private Task<IReadOnlyList<Row>> ReadAllAsync() => database.AskAsync("MembershipReadAllKey", new { DeploymentId = cluster });

    private Task<IReadOnlyList<Row>> ReadAsync(int generation) => database.AskAsync(
        "MembershipReadRowKey", new { DeploymentId = cluster, Address = "127.0.0.1", Port = 11111, Generation = generation });
}
