using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Processes;

public sealed class KillingAnImportOfAnEvent(ITestOutputHelper output)
{
    private const string Id = "slalom";

    /// <summary>kill -9 at random moments of imports that change every result, one way and the other; 30 times in a long run.</summary>
    [Fact]
    public async Task Leaves_the_old_picture_or_the_new_one_and_the_new_one_if_it_was_acknowledged()
    {
        using var folder = new TempFolder();
        var random = new Random(Seed());
        var replay = await SlalomReplay.LoadAsync();
        string[] exports = [replay.StartLists(), replay.LastExport()];
        var (pictures, whole) = await PrepareAsync(folder.Path, exports);
        Assert.NotEqual(pictures[0], pictures[1]);
        var shown = 1;
        for (var round = 0; round < LongTests.Rounds(always: 4, whenLong: 30); round++)
        {
            await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path);
            Assert.Equal(pictures[shown], await EventAt(gateway).ReadAsync());
            var isAcknowledged = await ImportUntilKilledAsync(gateway, exports[1 - shown], 1.2 * random.NextDouble() * whole);
            await using var next = await ContestProcess.StartGatewayAsync(folder.Path);
            var left = Array.IndexOf(pictures, await EventAt(next).ReadAsync());
            output.WriteLine($"round {round}: {(isAcknowledged ? "acknowledged" : "cut off")}, and then the {(left == shown ? "old" : "new")} picture");
            Assert.InRange(left, 0, 1);
            Assert.True(left != shown || !isAcknowledged, "What was acknowledged is lost.");
            shown = left;
        }
    }

    /// <summary>Makes an event and imports one export after the other.</summary>
    /// <returns>What each of them shows, and how long the first import of a process takes that nothing disturbs.</returns>
    private static async Task<(string[] Pictures, TimeSpan Whole)> PrepareAsync(string folder, string[] exports)
    {
        await using var gateway = await ContestProcess.StartGatewayAsync(folder);
        var made = EventAt(gateway);
        using var created = await gateway.Http.PostAsJsonAsync(new Uri("/api/v1/admin/events", UriKind.Relative), new { eventId = Id, mainTitle = "Slalom" });
        created.EnsureSuccessStatusCode();
        var started = Stopwatch.GetTimestamp();
        await ImportAsync(gateway, exports[0]);
        var whole = Stopwatch.GetElapsedTime(started);
        await made.GoAsync("startlist");
        var old = await made.ReadAsync();
        await ImportAsync(gateway, exports[1]);
        return ([old, await made.ReadAsync()], whole);
    }

    /// <returns>Whether the import was acknowledged before the end.</returns>
    private static async Task<bool> ImportUntilKilledAsync(ContestProcess gateway, string export, TimeSpan moment)
    {
        var started = Stopwatch.GetTimestamp();
        var importing = ImportAsync(gateway, export);
        while (Stopwatch.GetElapsedTime(started) < moment && !importing.IsCompleted)
        {
            await Task.Yield();
        }

        await gateway.KillAsync();
        return await importing.ContinueWith(import => import.IsCompletedSuccessfully, TaskScheduler.Default);
    }

    private static async Task ImportAsync(ContestProcess gateway, string export)
    {
        using var body = new StringContent(export, Encoding.UTF8, "application/xml");
        using var answer = await gateway.Http.PostAsync(new Uri($"/api/v1/ingest/xml?eventId={Id}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    private static EventInHand EventAt(ContestProcess gateway) => new(Id, gateway.Http, gateway.Http);

    private int Seed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
