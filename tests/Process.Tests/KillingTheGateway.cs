using System.Net.Http.Json;
using System.Text.Json;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Processes;

public sealed class KillingTheGateway(ITestOutputHelper output)
{
    private const string contest = "kill";
    private const int contacts = 20_000;

    /// <summary>kill -9 at random moments of an import while others post; 20 times in a long run.</summary>
    [Fact]
    public async Task Loses_nothing_acknowledged_and_counts_nothing_twice()
    {
        using var folder = new TempFolder();
        var file = ContestLogFile.Adif(contacts, stations: 20);
        var random = new Random(Seed());
        var acknowledged = new HashSet<string>();
        for (var round = 0; round < LongTests.Rounds(always: 3, whenLong: 20); round++)
        {
            await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path);
            await CreateContestAsync(gateway);
            await CheckAsync(gateway, acknowledged);
            acknowledged.UnionWith(await ImportUntilKilledAsync(gateway, file, round, random));
        }

        await using var last = await ContestProcess.StartGatewayAsync(folder.Path);
        var keys = await CheckAsync(last, acknowledged);
        var outcome = await ImportAsync(last, file);
        Assert.Equal(contacts, outcome.GetProperty("read").GetInt32());
        Assert.Equal(0, outcome.GetProperty("rejected").GetArrayLength());
        Assert.Equal(contacts, outcome.GetProperty("logged").GetInt32() + outcome.GetProperty("deduped").GetInt32());
        Assert.Equal(keys.Count + outcome.GetProperty("logged").GetInt32(), (await CheckAsync(last, acknowledged)).Count);
        Assert.Equal(0, (await ImportAsync(last, file)).GetProperty("logged").GetInt32());
    }

    /// <returns>Keys of all that was acknowledged before the end.</returns>
    private async Task<IEnumerable<string>> ImportUntilKilledAsync(ContestProcess gateway, byte[] file, int round, Random random)
    {
        var posters = Enumerable.Range(0, 4).Select(n => new Posting(gateway.Http, contest, $"P{n}")).ToArray();
        var posting = posters.Select(poster => poster.RunAsync(round * 10_000)).ToArray();
        var importing = ImportAsync(gateway, file);
        await EntriesAsync(gateway, random.Next(50, 3_000));
        await gateway.KillAsync();
        await Task.WhenAll(posting);
        await importing.ContinueWith(_ => { }, TaskScheduler.Default);
        output.WriteLine($"round {round}: {posters.Sum(poster => poster.Acknowledged.Count)} acknowledged when killed");
        return posters.SelectMany(poster => poster.Acknowledged);
    }

    /// <summary>Waits until so many entries have been added: a moment that is random and yet in the middle of the work.</summary>
    private static async Task EntriesAsync(ContestProcess gateway, int more)
    {
        var target = await CountAsync(gateway) + more;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await CountAsync(gateway) < target && !patience.IsCancellationRequested)
        {
        }
    }

    private static async Task<int> CountAsync(ContestProcess gateway) =>
        (await GetAsync(gateway, $"/api/stats/contest?contestId={contest}")).GetProperty("qsoCount").GetInt32();

    /// <summary>Reads the whole log: everything acknowledged is there, nothing is there twice, and the figures agree.</summary>
    private static async Task<HashSet<string>> CheckAsync(ContestProcess gateway, HashSet<string> acknowledged)
    {
        var keys = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = (await GetAsync(gateway, $"/api/logs?contestId={contest}&limit=1000&after={after}")).EnumerateArray().ToArray();
            keys.AddRange(page.Select(entry => entry.GetProperty("dedupeKey").GetString()!));
            after = page.Length == 0 ? null : page[^1].GetProperty("id").GetString();
        }

        var distinct = keys.ToHashSet();
        Assert.Equal(keys.Count, distinct.Count);
        Assert.Empty(acknowledged.Except(distinct));
        Assert.Equal(keys.Count, await CountAsync(gateway));
        return distinct;
    }

    private static async Task CreateContestAsync(ContestProcess gateway)
    {
        var draft = new { id = contest, name = "Kill", rules = "GENERAL", open = true };
        using var answer = await gateway.Http.PostAsJsonAsync(new Uri("/api/contests", UriKind.Relative), draft);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> ImportAsync(ContestProcess gateway, byte[] file)
    {
        using var body = new ByteArrayContent(file);
        using var answer = await gateway.Http.PostAsync(new Uri($"/api/import?contestId={contest}", UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> GetAsync(ContestProcess gateway, string path) =>
        await gateway.Http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    private int Seed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
