using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

public sealed class KillingASiloInTheMiddleOfAQuestion
{
    private const string Quiz = "friday";
    private const int Seconds = 12;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly List<JsonObject>[] heard = [[], []];

    /// <summary>Whichever silo runs the quiz: one is killed in the first question, and, when there are two again, the other in the second.</summary>
    [PostgresFact]
    public async Task Goes_on_with_the_true_remaining_time_and_loses_repeats_and_counts_nothing_twice()
    {
        await using var cluster = await ProcessCluster.StartAsync(
            gatewaySettings: ["--Security:JwtSecret=the secret of all tokens of this test", "--Quiz:Admins=head@example.org"]);
        var head = await SignUpAsync(cluster, "head");
        await PostAsync(cluster, head, "/contests", Draft(), HttpStatusCode.Created);
        string[] tokens = [await SignUpAsync(cluster, "ann"), await SignUpAsync(cluster, "bob")];
        foreach (var token in tokens)
        {
            await PostAsync(cluster, token, $"/contests/{Quiz}/join", null, HttpStatusCode.OK);
        }

        var ends = tokens.Select((token, n) => TakePartAsync(cluster.Gateways[n].Http.BaseAddress!, token, heard[n])).ToArray();
        await Task.WhenAll(HearsAsync(0, IsLeaderboard), HearsAsync(1, IsLeaderboard));
        await PostAsync(cluster, head, $"/contests/{Quiz}/start", null, HttpStatusCode.OK);
        for (var question = 1; question <= 2; question++)
        {
            await HearsAsync(0, message => Text(message, "questionId") == $"{Quiz}.q{question}" && (int?)message["data"]!["timeRemaining"] == Seconds - 2);
            await AnswerAsync(cluster, tokens[0], question);
            await cluster.Silos[question - 1].KillAsync();
            await AnswerAsync(cluster, tokens[0], question);
            await AnswerAsync(cluster, tokens[1], question);
            await (question == 1 ? cluster.MakeWholeAsync() : Task.CompletedTask);
        }

        Assert.All(await Task.WhenAll(ends), end => Assert.Equal(1000, end));
        Assert.All(heard, Check);
        await CheckTablesAsync(cluster);
    }

    private static void Check(List<JsonObject> all)
    {
        var numbered = all.Where(message => message.ContainsKey("seq")).ToList();
        Assert.Equal(Enumerable.Range(1, numbered.Count), numbered.Select(message => (int)message["seq"]!));
        Assert.Equal(
            ["contest_start", "question_broadcast", "timer_update", "question_change", "question_broadcast", "timer_update", "question_change", "contest_end"],
            numbered.Select(message => (string)message["event"]!));
        Assert.All(all.Where(IsTick), message => Assert.InRange(TrueSecondsLeft(all, message), -1.5, 1.5));
        Assert.All(
            all[^1]["data"]!["finalLeaderboard"]!.AsArray(),
            row => Assert.Equal((20, 2), ((int)row!["score"]!, (int)row["questionsAnswered"]!)));
    }

    private static bool IsLeaderboard(JsonObject message) => (string?)message["event"] == "leaderboard_update";

    private static bool IsTick(JsonObject message) => (string?)message["event"] == "timer_update" && (int)message["data"]!["timeRemaining"]! > 0;

    /// <summary>By how much a tick is off, by the clock of whoever told it.</summary>
    private static double TrueSecondsLeft(List<JsonObject> all, JsonObject tick)
    {
        var asked = all.First(message => (string?)message["event"] == "question_broadcast" && Text(message, "questionId") == Text(tick, "questionId"));
        var passed = DateTimeOffset.Parse((string)tick["timestamp"]!) - DateTimeOffset.Parse(Text(asked, "startedAt")!);
        return Seconds - passed.TotalSeconds - (int)tick["data"]!["timeRemaining"]!;
    }

    private static async Task CheckTablesAsync(ProcessCluster cluster)
    {
        await using var source = NpgsqlDataSource.Create(cluster.Database);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(patience);
        await using var finals = source.CreateCommand("SELECT count(*) FROM contest.quiz_finals WHERE quiz = 'friday' AND total_participants = 2");
        while ((long)(await finals.ExecuteScalarAsync())! == 0)
        {
            await ticks.WaitForNextTickAsync(limit.Token);
        }

        await using var rows = source.CreateCommand("SELECT string_agg(rank || ' ' || user_name || ' ' || score || ' ' || questions_answered, ', ' ORDER BY user_name) FROM contest.quiz_results");
        Assert.Matches("^[12] ann 20 2, [12] bob 20 2$", (string)(await rows.ExecuteScalarAsync())!);
    }

    private static string Draft() => JsonSerializer.Serialize(new
    {
        id = Quiz,
        title = "Friday",
        startAt = "2100-01-01T00:00:00Z",
        endAt = "2100-01-01T01:00:00Z",
        questions = Enumerable.Range(1, 2).Select(number => new
        {
            title = $"Question {number}", description = "", options = new[] { new { id = "a", text = "right" }, new { id = "b", text = "wrong" } },
            correctOptionId = "a", timeLimit = Seconds,
        }),
    });

    private static async Task<string> SignUpAsync(ProcessCluster cluster, string name)
    {
        using var answer = await cluster.Gateways[0].Http.PostAsJsonAsync("/auth/signup", new { name, email = $"{name}@example.org", password = "correct horse" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task PostAsync(ProcessCluster cluster, string token, string path, string? body, HttpStatusCode expected)
    {
        using var answer = await SendAsync(cluster, token, path, body);
        Assert.True(answer.StatusCode == expected, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Sends an answer until it is known to count, as a client does; by one gateway and the other.</summary>
    private static async Task AnswerAsync(ProcessCluster cluster, string token, int question)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            using var answer = await SendAsync(
                cluster, token, $"/contests/{Quiz}/submit", JsonSerializer.Serialize(new { questionId = $"{Quiz}.q{question}", selectedOptionId = "a" }));
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict)
            {
                return;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(ProcessCluster cluster, string token, string path, string? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Authorization", $"Bearer {token}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await cluster.NextGateway().Http.SendAsync(request);
    }

    /// <returns>With which code it was closed.</returns>
    private static async Task<int> TakePartAsync(Uri gateway, string token, List<JsonObject> heard)
    {
        using var limit = new CancellationTokenSource(patience);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(gateway) { Scheme = "ws", Path = "/ws/contest", Query = $"token={token}" }.Uri, limit.Token);
        await SayAsync(socket, "join_contest", limit.Token);
        var buffer = new byte[1 << 16];
        while (await socket.ReceiveAsync(buffer, limit.Token) is { MessageType: WebSocketMessageType.Text } piece)
        {
            Assert.True(piece.EndOfMessage);
            lock (heard)
            {
                heard.Add(JsonNode.Parse(buffer.AsSpan(0, piece.Count))!.AsObject());
            }

            if (heard.Count % 10 == 0)
            {
                await SayAsync(socket, "ping", limit.Token);
            }
        }

        lock (heard)
        {
            heard.RemoveAll(message => (string?)message["event"] == "pong");
        }

        return (int)socket.CloseStatus!;
    }

    private static Task SayAsync(ClientWebSocket socket, string name, CancellationToken cancellationToken) => socket.SendAsync(
        Encoding.UTF8.GetBytes($$$"""{"event":"{{{name}}}","data":{"contestId":"{{{Quiz}}}"}}"""), WebSocketMessageType.Text, true, cancellationToken);

    private static string? Text(JsonObject message, string member) => (string?)message["data"]?[member];

    private async Task HearsAsync(int who, Func<JsonObject, bool> wanted)
    {
        using var limit = new CancellationTokenSource(patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!Heard(who).Any(wanted))
        {
            await ticks.WaitForNextTickAsync(limit.Token);
        }
    }

    private List<JsonObject> Heard(int who)
    {
        lock (heard[who])
        {
            return [.. heard[who]];
        }
    }
}
