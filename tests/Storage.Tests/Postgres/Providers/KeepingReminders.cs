using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres.Providers;

[NeedsPostgres]
public sealed class KeepingReminders : IAsyncLifetime
{
    private static readonly DateTime noon = new(2026, 1, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly string service = Guid.NewGuid().ToString();
    private ProviderDatabase database = null!;

    public async Task InitializeAsync() => database = await ProviderDatabase.SharedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [ContractFact]
    public async Task Reads_back_what_was_set()
    {
        await SetAsync("a", "wake");

        var row = Assert.Single(await FindAsync("a", "wake"));
        Assert.Equal(("a", "wake", noon, 60_000L), (row["GrainId"], row["ReminderName"], row["StartTime"], row["Period"]));
    }

    [ContractFact]
    public async Task Gives_a_new_version_each_time_it_is_set()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SetAsync("a", "wake")));

        Assert.Equal(20, versions.Distinct().Count());
        Assert.Equal(versions.Max(), Assert.Single(await FindAsync("a", "wake")).Number("Version"));
    }

    [ContractFact]
    public async Task Removes_only_the_version_that_was_named()
    {
        var first = await SetAsync("a", "wake");
        var second = await SetAsync("a", "wake", noon.AddHours(1));

        Assert.False(await RemoveAsync("a", "wake", first));
        Assert.False(await RemoveAsync("a", "other", second));
        Assert.Equal(noon.AddHours(1), Assert.Single(await FindAsync("a", "wake"))["StartTime"]);

        Assert.True(await RemoveAsync("a", "wake", second));
        Assert.False(await RemoveAsync("a", "wake", second));
        Assert.Empty(await FindAsync("a", "wake"));
    }

    [ContractFact]
    public async Task Lists_those_of_one_grain()
    {
        await SetAsync("a", "wake");
        await SetAsync("a", "close");
        await SetAsync("b", "wake");

        var rows = await database.AskAsync("ReadReminderRowsKey", new { ServiceId = service, GrainId = "a" });
        Assert.Equal(["close", "wake"], rows.Select(row => row["ReminderName"]).Order());
    }

    [ContractFact]
    public async Task Lists_those_after_the_first_hash_up_to_the_last()
    {
        await SetRingAsync();

        Assert.Equal([0, 5], await RangeAsync("ReadRangeRows1Key", -5, 5));
        Assert.Equal([-5, 0, 5, int.MaxValue], await RangeAsync("ReadRangeRows1Key", int.MinValue, int.MaxValue));
        Assert.Empty(await RangeAsync("ReadRangeRows1Key", 5, 6));
    }

    [ContractFact]
    public async Task Lists_those_of_a_range_that_wraps_around()
    {
        await SetRingAsync();

        Assert.Equal([int.MinValue, -5, int.MaxValue], await RangeAsync("ReadRangeRows2Key", 5, -5));
        Assert.Equal([int.MinValue], await RangeAsync("ReadRangeRows2Key", int.MaxValue, int.MinValue));
        Assert.Equal([int.MinValue, -5, 0, 5, int.MaxValue], await RangeAsync("ReadRangeRows2Key", 0, 0));
    }

    [ContractFact]
    public async Task Removes_all_of_one_service()
    {
        var other = service + "-other";
        await SetAsync("a", "wake");
        await SetAsync("a", "wake", of: other);

        await database.AskAsync("DeleteReminderRowsKey", new { ServiceId = service });

        Assert.Empty(await FindAsync("a", "wake"));
        Assert.Single(await FindAsync("a", "wake", of: other));
    }

    private async Task SetRingAsync()
    {
        foreach (var hash in new[] { int.MinValue, -5, 0, 5, int.MaxValue })
        {
            await SetAsync($"{hash}", "wake", hash: hash);
        }

        await SetAsync("a", "wake", of: service + "-other");
    }

    private async Task<int> SetAsync(string grain, string name, DateTime? at = null, int hash = 0, string? of = null) =>
        Assert.Single(await database.AskAsync("UpsertReminderRowKey", new
        {
            ServiceId = of ?? service,
            GrainId = grain,
            ReminderName = name,
            GrainHash = hash,
            StartTime = at ?? noon,
            Period = 60_000,
        })).Number("Version");

    private Task<IReadOnlyList<Row>> FindAsync(string grain, string name, string? of = null) =>
        database.AskAsync("ReadReminderRowKey", new { ServiceId = of ?? service, GrainId = grain, ReminderName = name });

    private Task<bool> RemoveAsync(string grain, string name, int version) => database.TryAsync(
        "DeleteReminderRowKey", new { ServiceId = service, GrainId = grain, ReminderName = name, Version = version });

    private async Task<IEnumerable<int>> RangeAsync(string key, int begin, int end) =>
        (await database.AskAsync(key, new { ServiceId = service, BeginHash = begin, EndHash = end }))
        .Select(row => int.Parse((string)row["GrainId"]!)).Order();
}
