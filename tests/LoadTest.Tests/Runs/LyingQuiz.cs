using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>Something like a gateway with one quiz, which goes on when all have answered; and that does not treat its first participant as it should.</summary>
internal sealed class LyingQuiz : IAsyncDisposable
{
    private const string at = "2026-01-24T12:00:00.000Z";

    private readonly QuizLie lie;
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<ToldSocket> watchers = [];
    private readonly List<Entrant> entrants = [];
    private JsonElement draft;
    private int seq;
    private int asked;

    private LyingQuiz(QuizLie lie)
    {
        this.lie = lie;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.UseWebSockets();
        app.MapPost("/auth/signup", SignUp);
        app.MapPost("/contests", (Delegate)CreateAsync);
        app.MapPost("/contests/{id}/join", () => Results.Json(new { message = "Successfully joined contest" }));
        app.MapPost("/contests/{id}/start", Start);
        app.MapGet("/contests/{id}", () => Results.Json(new { status = Questions.Count < asked ? "COMPLETED" : "ACTIVE" }));
        app.MapGet("/contests/{id}/leaderboard", () => Results.Text($$"""{"leaderboard":{{Rows()}},"totalParticipants":{{entrants.Count}}}""", "application/json"));
        app.Map("/ws/contest", context => ServeAsync(context, context.Request.Query["token"]));
        app.Map("/ws/public", context => ServeAsync(context, null));
    }

    public Uri Address => new(app.Urls.Single());

    private List<JsonElement> Questions => [.. draft.GetProperty("questions").EnumerateArray()];

    private string Id => draft.GetProperty("id").GetString()!;

    public static async Task<LyingQuiz> StartAsync(QuizLie lie)
    {
        var server = new LyingQuiz(lie);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Own(Entrant entrant, int rank) =>
        $$"""{"rank":{{rank}},"userId":"{{entrant.Id}}","userName":"{{entrant.Id}}","score":{{entrant.Score}},"questionsAnswered":{{entrant.Answers}}}""";

    private IResult SignUp()
    {
        lock (gate)
        {
            var id = $"user{entrants.Count}";
            entrants.Add(new Entrant { Id = id });
            return Results.Json(new { user = new { id }, token = id }, statusCode: 201);
        }
    }

    private async Task<IResult> CreateAsync(HttpContext context)
    {
        draft = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        return Results.Json(new { }, statusCode: 201);
    }

    private IResult Start()
    {
        lock (gate)
        {
            TellAll("contest_start", $$"""{"contestId":"{{Id}}"}""");
            AskNext();
        }

        return Results.Json(new { });
    }

    private void AskNext()
    {
        if (++asked > Questions.Count)
        {
            End();
            return;
        }

        var question = Questions[asked - 1];
        var told = $$"""
            {"questionId":"q{{asked}}","title":"?","timeLimit":{{question.GetProperty("timeLimit")}},"points":{{question.GetProperty("points")}},"questionNumber":{{asked}}}
            """;
        TellAll("question_broadcast", told);
        if (lie == QuizLie.AsksAQuestionTwice && asked == Questions.Count)
        {
            TellAll("question_broadcast", told.Replace($"\"questionNumber\":{asked}", $"\"questionNumber\":{asked - 1}", StringComparison.Ordinal));
        }
    }

    private void TellAll(string name, string data)
    {
        seq++;
        entrants.ForEach(one => one.Socket!.Say(Numbered(name, data)));
    }

    private string Numbered(string name, string data) => $$"""{"event":"{{name}}","epoch":"one","seq":{{seq}},"data":{{data}},"timestamp":"{{at}}"}""";

    private void End()
    {
        seq++;
        var rank = 0;
        foreach (var entrant in Ranked())
        {
            rank++;
            var isVictim = entrant == entrants[0];
            var score = entrant.Score + (isVictim && lie == QuizLie.SaysAWrongFinalScore ? 1 : 0);
            var end = Numbered("contest_end", $$$"""{"endTime":"{{{at}}}","finalLeaderboard":{{{Rows()}}},"userFinalRank":{"rank":{{{rank}}},"score":{{{score}}},"questionsAnswered":{{{entrant.Answers}}}} }""");
            entrant.Socket!.SayLast(isVictim && lie == QuizLie.ClosesWithoutEnd ? $$$"""{"event":"pong","data":{},"timestamp":"{{{at}}}"}""" : end);
        }

        watchers.ForEach(one => one.Say(Board(null, "")));
    }

    private IEnumerable<Entrant> Ranked() => entrants.OrderByDescending(one => one.Score).ThenBy(one => one.Time).ThenBy(one => one.Id, StringComparer.Ordinal);

    private string Rows() => $"[{string.Join(',', Ranked().Select((one, index) => Own(one, index + 1)))}]";

    private string Board(Entrant? entrant, string position)
    {
        var own = entrant is null ? "" : $",\"userEntry\":{Own(entrant, 1)}";
        return $$"""{"event":"leaderboard_update",{{position}}"data":{"contestId":"{{Id}}","topN":{{Rows()}}{{own}}},"timestamp":"{{at}}"}""";
    }

    private async Task ServeAsync(HttpContext context, string? token)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var told = new ToldSocket(socket);
        var buffer = new byte[4_096];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } asked)
            {
                Hear(told, token, JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(buffer, 0, asked.Count)));
            }
        }
        catch (WebSocketException)
        {
            // It has vanished.
        }

        await told.EndAsync();
    }

    private void Hear(ToldSocket socket, string? token, JsonElement said)
    {
        lock (gate)
        {
            switch (said.GetProperty("event").GetString())
            {
                case "subscribe_leaderboard":
                    watchers.Add(socket);
                    socket.Say(Board(null, "\"epoch\":\"one\",\"seq\":0,"));
                    break;
                case "join_contest":
                    var entrant = entrants.Find(one => one.Id == token)!;
                    entrant.Socket = socket;
                    socket.Say(Board(entrant, ""));
                    break;
                case "submit_answer":
                    Submit(entrants.Find(one => one.Id == token)!, said.GetProperty("data"));
                    break;
            }
        }
    }

    private void Submit(Entrant entrant, JsonElement answer)
    {
        var question = Questions[asked - 1];
        var isCorrect = question.GetProperty("correctOptionId").GetString() == answer.GetProperty("selectedOptionId").GetString();
        var points = isCorrect ? question.GetProperty("points").GetInt32() : 0;
        entrant.Answers++;
        entrant.Time++;
        entrant.Score += points;
        var result = $$$"""
            {"event":"submission_result","data":{"submissionId":"s","questionId":"{{{answer.GetProperty("questionId").GetString()}}}","isCorrect":{{{(isCorrect ? "true" : "false")}}},"pointsEarned":{{{points}}},"timeTaken":1,"currentScore":{{{entrant.Score}}},"currentRank":1},"timestamp":"{{{at}}}"}
            """;
        var times = entrant != entrants[0] || asked > 1 ? 1 : lie switch { QuizLie.LosesAResult => 0, QuizLie.GivesAResultTwice => 2, _ => 1 };
        for (var n = 0; n < times; n++)
        {
            entrant.Socket!.Say(result);
        }

        if (entrants.All(one => one.Answers == asked))
        {
            AskNext();
        }
    }

    private sealed class Entrant
    {
        public required string Id { get; init; }

        public ToldSocket? Socket { get; set; }

        public int Score { get; set; }

        public int Answers { get; set; }

        public int Time { get; set; }
    }
}
