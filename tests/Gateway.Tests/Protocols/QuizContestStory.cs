using System.Net;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Quizzes;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Plays the document's story to a real gateway, with the document's own requests, and keeps what came back.</summary>
public sealed class QuizContestStory : IProtocolStory, IAsyncLifetime
{
    private readonly QuizWorld world = new();
    private readonly Dictionary<string, string> received = [];
    private readonly Dictionary<string, string> names = [];

    public static string Document => "quiz-contest.md";

    public DocumentedExamples Examples { get; } = new(Document);

    /// <summary>What really came, by the names of the examples.</summary>
    public IReadOnlyDictionary<string, string> Received => received;

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        var token = await SignUpAsync();
        Keep("created", (await world.Admin.PostJsonAsync("/contests", Examples.ToSend("contest")).IsAsync(HttpStatusCode.Created)).GetRawText());
        using var http = world.Showing(token);
        Keep("registered", (await http.PostAsync("/contests/friday/join", null).IsAsync(HttpStatusCode.OK)).GetRawText());

        var ann = await world.ConnectAsync(token);
        await ann.SayTextAsync(Examples.ToSend("join_contest"));
        await HearAsync(ann, "leaderboard_update");
        await world.StartAsync("friday");
        await HearAsync(ann, "contest_start");
        await HearAsync(ann, "question_broadcast");
        await HearAsync(ann, "timer_update");
        world.Pass(1.5);
        await ann.SayTextAsync(Examples.ToSend("submit_answer"));
        await HearAsync(ann, "submission_result");
        await ann.SayTextAsync(Examples.ToSend("submit_answer"));
        await HearAsync(ann, "error");
        world.Pass(0.5);
        await world.SettleAsync("friday");
        world.Pass(1);
        await ann.ReachAsync(one => one.All.Any(message => message.Name == "question_change"));
        Keep("last timer_update", ann.All.Last(message => message.Name == "timer_update").Text);
        await HearAsync(ann, "question_change");
        world.Pass(0.5);
        await HearAsync(ann, "contest_end");
        await ann.EndAsync();
        await WatchAsync();
    }

    public Task DisposeAsync() => world.DisposeAsync();

    private async Task<string> SignUpAsync()
    {
        var answer = await world.Gateways[0].Client.PostJsonAsync("/auth/signup", Examples.ToSend("signup")).IsAsync(HttpStatusCode.Created);
        names[answer.GetProperty("user").GetProperty("id").GetString()!] = "65f1c0ffee65f1c0ffee65f1";
        Keep("signed up", answer.GetRawText());
        return answer.GetProperty("token").GetString()!;
    }

    private async Task WatchAsync()
    {
        var watcher = await world.WatchAsync();
        await watcher.SayTextAsync(Examples.ToSend("subscribe_contests"));
        await HearAsync(watcher, "contests_update");
        await watcher.SayTextAsync(Examples.ToSend("subscribe_leaderboard"));
        await HearAsync(watcher, "leaderboard_update", "public leaderboard_update");
    }

    private async Task HearAsync(Contestant contestant, string name, string? example = null)
    {
        var message = await contestant.HearsAsync(name);
        if ((string?)message["data"]!["submissionId"] is { } submission)
        {
            names[submission] = "0123456789abcdef01234567";
        }

        Keep(example ?? name, message.ToJsonString());
    }

    /// <summary>What differs from run to run is called as in the document.</summary>
    private void Keep(string example, string text) => received[example] = names.Aggregate(text, (settled, name) => settled.Replace(name.Key, name.Value, StringComparison.Ordinal));
}
