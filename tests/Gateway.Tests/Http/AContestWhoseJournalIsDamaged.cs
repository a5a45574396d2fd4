using System.Net;
using OrleansContest.Gateway.Tests.Contests;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class AContestWhoseJournalIsDamaged : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contest-damage-");

    [Fact]
    public async Task Is_stopped_and_left_out_of_the_list_while_the_others_go_on()
    {
        await using (var before = await RunningGateway.StartAsync($"--data={folder.FullName}"))
        {
            await LogThreeAsync(before, "broken");
            await LogThreeAsync(before, "whole");
        }

        Damage("broken");
        await using var gateway = await RunningGateway.StartAsync($"--data={folder.FullName}");
        const string stopped = "This channel is stopped because its journal is damaged; see the log of the server";
        await gateway.Client.GetAsync("/api/contests/broken").IsErrorAsync(HttpStatusCode.ServiceUnavailable, stopped);
        await gateway.Admin.PostJsonAsync("/api/logs", RestFixture.Qso("broken")).IsErrorAsync(HttpStatusCode.ServiceUnavailable, stopped);
        var list = await gateway.Client.GetAsync("/api/contests").IsAsync(HttpStatusCode.OK);
        Assert.Equal("whole", Assert.Single(list.EnumerateArray()).GetProperty("id").GetString());
        await gateway.Admin.PostJsonAsync("/api/logs", RestFixture.Qso("whole", "W1AW")).IsAsync(HttpStatusCode.Created);
        var session = """{"callsign":"W1AW","stationId":"ST1"}""";
        await gateway.Admin.PostJsonAsync("/api/sessions", session).IsAsync(HttpStatusCode.OK);
        Assert.Contains(gateway.Log.Lines, line => line.Contains("journal", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task LogThreeAsync(RunningGateway gateway, string contest)
    {
        await gateway.Admin.PostJsonAsync("/api/contests", $$"""{"id":"{{contest}}","name":"{{contest}}"}""").IsAsync(HttpStatusCode.Created);
        foreach (var call in new[] { "K1ABC", "N1MM", "G4ABC" })
        {
            await gateway.Admin.PostJsonAsync("/api/logs", RestFixture.Qso(contest, call)).IsAsync(HttpStatusCode.Created);
        }
    }

    /// <summary>Changes the second contact in whatever file of the contest holds all three.</summary>
    private void Damage(string contest)
    {
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.FullName.Contains(contest, StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file.FullName);
            File.WriteAllText(file.FullName, text.Replace("N1MM", "N1MX", StringComparison.Ordinal));
        }
    }
}
