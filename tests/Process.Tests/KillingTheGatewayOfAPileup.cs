using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Processes;

public sealed class KillingTheGatewayOfAPileup(ITestOutputHelper output)
{
    private static readonly string[] settings = ["--Pileup:AdminUser=op", "--Pileup:AdminPassword=secret", "--Pileup:QueueSize=1000"];

    /// <summary>kill -9 at random moments while callers register and the operator works; 20 times in a long run.</summary>
    [Fact]
    public async Task Keeps_queue_contact_frequency_split_and_status_as_they_were_acknowledged()
    {
        using var folder = new TempFolder();
        var random = new Random(Seed());
        var expected = new JsonObject();
        for (var round = 0; round < LongTests.Rounds(always: 3, whenLong: 20); round++)
        {
            await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path, settings);
            gateway.Http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("op:secret")));
            if (round > 0)
            {
                Assert.Equal(expected.ToJsonString(), (await ShownAsync(gateway)).ToJsonString());
            }

            expected = await WorkAsync(gateway, round, random);
            var acknowledged = await RegisterUntilKilledAsync(gateway, round, random.Next(5, 60));
            await using var next = await ContestProcess.StartGatewayAsync(folder.Path, settings);
            next.Http.DefaultRequestHeaders.Authorization = gateway.Http.DefaultRequestHeaders.Authorization;
            var shown = await ShownAsync(next);
            var waiting = CallersIn(shown);
            var before = CallersIn(expected);

            Assert.Equal(before, waiting.Take(before.Count));
            Assert.Equal(acknowledged, waiting.Skip(before.Count).Take(acknowledged.Count));
            Assert.InRange(waiting.Count - before.Count - acknowledged.Count, 0, 1);
            Assert.Equal(waiting.Distinct(), waiting);
            foreach (var part in new[] { "current", "frequency", "split", "status" })
            {
                Assert.Equal(expected[part]?.ToJsonString(), shown[part]?.ToJsonString());
            }

            expected = shown;
            output.WriteLine($"round {round}: {acknowledged.Count} more acknowledged when killed, {waiting.Count} wait");
        }
    }

    private static async Task<JsonObject> WorkAsync(ContestProcess gateway, int round, Random random)
    {
        await PostAsync(gateway, "/api/admin/status", """{"active":true}""");
        await PostAsync(gateway, "/api/queue/register", $$"""{"callsign":"K{{round % 10}}{{Letters(round)}}"}""");
        await PostAsync(gateway, "/api/queue/register", $$"""{"callsign":"N{{round % 10}}{{Letters(round)}}"}""");
        await PostAsync(gateway, random.Next(3) == 0 ? "/api/admin/qso/complete" : "/api/admin/queue/next", null);
        await PostAsync(gateway, "/api/admin/frequency", $$"""{"frequency":"{{14000 + round}} kHz"}""");
        await PostAsync(gateway, "/api/admin/split", $$"""{"split":"UP {{round}}"}""");
        return await ShownAsync(gateway);
    }

    /// <returns>Who was acknowledged before the end, in that order.</returns>
    private static async Task<List<string>> RegisterUntilKilledAsync(ContestProcess gateway, int round, int enough)
    {
        List<string> acknowledged = [];
        var killing = Task.CompletedTask;
        try
        {
            for (var n = 0; ; n++)
            {
                var callsign = $"W{round % 10}{Letters((round * 500) + n)}";
                await PostAsync(gateway, "/api/queue/register", $$"""{"callsign":"{{callsign}}"}""");
                acknowledged.Add(callsign);
                killing = n == enough ? gateway.KillAsync() : killing;
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            await killing;
        }

        return acknowledged;
    }

    private static string Letters(int number) => new([.. Enumerable.Range(0, 4).Select(place => (char)('A' + (number / (int)Math.Pow(26, place) % 26)))]);

    private static async Task PostAsync(ContestProcess gateway, string path, string? body)
    {
        using var content = new StringContent(body ?? "{}", Encoding.UTF8, "application/json");
        using var answer = await gateway.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonObject> ShownAsync(ContestProcess gateway) => new()
    {
        ["queue"] = await GetAsync(gateway, "/api/queue/list"),
        ["current"] = await GetAsync(gateway, "/api/queue/current"),
        ["frequency"] = await GetAsync(gateway, "/api/public/frequency"),
        ["split"] = await GetAsync(gateway, "/api/public/split"),
        ["status"] = await GetAsync(gateway, "/api/admin/status"),
    };

    private static async Task<JsonNode?> GetAsync(ContestProcess gateway, string path) =>
        JsonNode.Parse(await gateway.Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    private static List<string> CallersIn(JsonObject shown) => [.. shown["queue"]!["queue"]!.AsArray().Select(entry => (string)entry!["callsign"]!)];

    private int Seed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
