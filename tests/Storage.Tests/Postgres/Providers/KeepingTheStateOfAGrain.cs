using System.Text;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres.Providers;

[NeedsPostgres]
public sealed class KeepingTheStateOfAGrain : IAsyncLifetime
{
    private static readonly Grain grain = new("mem/updates/contest:CQ-WW.26");

    private readonly string service = Guid.NewGuid().ToString();
    private ProviderDatabase database = null!;

    public async Task InitializeAsync() => database = await ProviderDatabase.SharedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [ContractFact]
    public async Task Finds_nothing_before_the_first_write() => Assert.Null(await ReadAsync(grain));

    [ContractFact]
    public async Task Reads_back_the_last_write_and_its_version()
    {
        Assert.Equal(1, await WriteAsync(grain, "a", version: null));
        Assert.Equal(2, await WriteAsync(grain, "b", version: 1));

        Assert.Equal(("b", 2), await ReadAsync(grain));
    }

    [ContractFact]
    public async Task Refuses_a_first_write_where_there_is_a_state()
    {
        await WriteAsync(grain, "a", version: null);

        Assert.Null(await WriteAsync(grain, "b", version: null));
        Assert.Equal(("a", 1), await ReadAsync(grain));
    }

    [ContractFact]
    public async Task Refuses_any_version_but_the_last()
    {
        await WriteAsync(grain, "a", version: null);
        await WriteAsync(grain, "b", version: 1);

        Assert.Null(await WriteAsync(grain, "c", version: 1));
        Assert.Null(await WriteAsync(grain, "c", version: 3));
        Assert.Null(await ClearAsync(grain, version: 1));
        Assert.Null(await DeleteAsync(grain, version: 1));
        Assert.Equal(("b", 2), await ReadAsync(grain));
    }

    [ContractFact]
    public async Task Refuses_a_version_where_there_is_no_state()
    {
        Assert.Null(await WriteAsync(grain, "a", version: 1));
        Assert.Null(await ClearAsync(grain, version: 1));
        Assert.Null(await ReadAsync(grain));
    }

    [ContractFact]
    public async Task Clears_and_goes_on_with_the_version_that_clearing_gave()
    {
        await WriteAsync(grain, "a", version: null);

        Assert.Equal(2, await ClearAsync(grain, version: 1));
        Assert.Null(await ReadAsync(grain));
        Assert.Equal(3, await WriteAsync(grain, "b", version: 2));
    }

    [ContractFact]
    public async Task Starts_anew_after_clearing_without_using_a_version_twice()
    {
        await WriteAsync(grain, "a", version: null);
        await ClearAsync(grain, version: 1);

        Assert.Equal(3, await WriteAsync(grain, "b", version: null));
        Assert.Null(await WriteAsync(grain, "c", version: null));
        Assert.Null(await WriteAsync(grain, "c", version: 1));
        Assert.Null(await WriteAsync(grain, "c", version: 2));
        Assert.Equal(("b", 3), await ReadAsync(grain));
    }

    [ContractFact]
    public async Task Deletes_and_starts_anew()
    {
        await WriteAsync(grain, "a", version: null);

        Assert.NotEqual(1, Assert.NotNull(await DeleteAsync(grain, version: 1)));
        Assert.Null(await ReadAsync(grain));
        Assert.Equal(1, await WriteAsync(grain, "b", version: null));
    }

    [ContractFact]
    public async Task Lets_one_of_many_first_writers_through()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => WriteAsync(grain, $"{writer}", version: null)));

        Assert.Equal(1, Assert.Single(versions, version => version is not null));
        var written = Array.IndexOf(versions, 1);
        Assert.Equal(($"{written}", 1), await ReadAsync(grain));

        await ClearAsync(grain, version: 1);
        versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => WriteAsync(grain, $"{writer}", version: null)));
        Assert.Equal(3, Assert.Single(versions, version => version is not null));
    }

    [ContractFact]
    public async Task Loses_no_change_of_writers_who_try_again()
    {
        const int Writers = 8, Changes = 5;
        await WriteAsync(grain, "0", version: null);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var changes = 0; changes < Changes;)
            {
                var (state, version) = Assert.NotNull(await ReadAsync(grain));
                changes += await WriteAsync(grain, $"{int.Parse(state) + 1}", version) is null ? 0 : 1;
            }
        }));

        Assert.Equal(($"{Writers * Changes}", 1 + (Writers * Changes)), await ReadAsync(grain));
    }

    [ContractFact]
    public async Task Takes_no_grain_for_another_although_their_hashes_are_equal()
    {
        Grain[] grains =
        [
            grain, grain with { Extension = "mem/updates/contest:cq-ww.26" }, grain with { Type = "other" }, grain with { TypeHash = 8 },
            new(null, N1: 1), new("", N1: 1), new("x", N1: 1), new(null, N1: 2), new(null, N0: 1, N1: 1),
        ];
        foreach (var one in grains)
        {
            Assert.Equal(1, await WriteAsync(one, $"{one}", version: null));
        }

        foreach (var one in grains)
        {
            Assert.Null(await WriteAsync(one, "again", version: null));
            Assert.Equal(($"{one}", 1), await ReadAsync(one));
        }

        Assert.Equal(2, await ClearAsync(grains[4], version: 1));
        Assert.Equal(2, await DeleteAsync(grains[5], version: 1));
        var states = await Task.WhenAll(grains.Select(ReadAsync));
        Assert.Equal([4, 5], Enumerable.Range(0, grains.Length).Where(index => states[index] is null));
    }

    private async Task<(string State, int Version)?> ReadAsync(Grain one) =>
        (await AskAsync("ReadFromStorageKey", one)).SingleOrDefault() is { } row
            ? (Encoding.UTF8.GetString((byte[])row["PayloadBinary"]!), row.Number("Version"))
            : null;

    /// <summary>The new version; null, a conflict for the provider, when there is no row.</summary>
    private async Task<int?> WriteAsync(Grain one, string state, int? version) =>
        (int?)(await AskAsync("WriteToStorageKey", one, version, Encoding.UTF8.GetBytes(state))).SingleOrDefault()?.Only;

    private async Task<int?> ClearAsync(Grain one, int version) =>
        (int?)(await AskAsync("ClearStorageKey", one, version)).SingleOrDefault()?.Only;

    private async Task<int?> DeleteAsync(Grain one, int version) =>
        (int?)(await AskAsync("DeleteStorageKey", one, version)).SingleOrDefault()?.Only;

    private Task<IReadOnlyList<Row>> AskAsync(string key, Grain one, int? version = null, byte[]? state = null) => database.AskAsync(
        key,
        new
        {
            GrainIdHash = one.Hash,
            GrainIdN0 = one.N0,
            GrainIdN1 = one.N1,
            GrainTypeHash = one.TypeHash,
            GrainTypeString = one.Type,
            GrainIdExtensionString = one.Extension,
            ServiceId = service,
            GrainStateVersion = version,
            PayloadBinary = state,
        });

    /// <summary>A grain's key as the provider cuts it up.</summary>
    private sealed record Grain(string? Extension, long N0 = 0, long N1 = 0, string Type = "pubsub", int Hash = -7, int TypeHash = 7);
}
