using System.Net;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class WatchingInPublic(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Fact]
    public async Task Shows_every_contest_and_what_becomes_of_it()
    {
        var first = await world.QuizAsync(10);
        var watcher = await world.WatchAsync();
        await watcher.SayAsync("subscribe_contests");
        Assert.Equal("UPCOMING", StatusIn(await watcher.HearsAsync("contests_update"), first));
        var second = await world.QuizAsync(10);
        await world.StartAsync(first);
        await world.PassUntilAsync(() => LastOf(watcher) is var last && StatusIn(last, first) == "ACTIVE" && StatusIn(last, second) == "UPCOMING");
        await world.Admin.DeleteAsync($"/contests/{second}").IsAsync(HttpStatusCode.OK);
        await world.PassUntilAsync(() => StatusIn(LastOf(watcher), second) is null);
        await world.PassUntilAsync(() => StatusIn(LastOf(watcher), first) == "COMPLETED");

        await watcher.SayAsync("unsubscribe_contests");
        await watcher.SayAsync("ping");
        await watcher.HearsAsync("pong");
        await world.QuizAsync(10);
        world.Pass(5);
        await watcher.HearsNothingAsync();
    }

    [Fact]
    public async Task Shows_leaderboards_without_anybodys_own_entry_until_they_are_no_more_wanted()
    {
        var quiz = await world.QuizAsync(60);
        var ann = await world.NewcomerAsync(quiz);
        var watcher = await world.WatchAsync(gateway: 1);
        await watcher.SayAsync("subscribe_leaderboard", $$"""{"contestId":"{{quiz}}"}""");
        var shown = (await watcher.HearsAsync("leaderboard_update"))["data"]!.AsObject();
        Assert.Equal(["contestId", "topN", "totalParticipants"], shown.Select(member => member.Key));
        await world.StartAsync(quiz);
        await ann.HearsAsync("timer_update");
        await ann.SubmitAsync($"{quiz}.q1", "a");
        await world.PassUntilAsync(() => watcher.All[^1].Json()["data"]!["topN"]?[0]?["score"]?.GetValue<int>() == 10);

        await watcher.SayAsync("unsubscribe_leaderboard", $$"""{"contestId":"{{quiz}}"}""");
        await watcher.SayAsync("ping");
        await watcher.HearsAsync("pong");
        await world.RegisteredAsync(quiz);
        world.Pass(5);
        await watcher.HearsNothingAsync();
        Assert.All(watcher.All, message => Assert.Contains(message.Name, new[] { "leaderboard_update", "pong" }));
    }

    [Fact]
    public async Task Says_what_it_does_not_understand()
    {
        var watcher = await world.WatchAsync();
        await watcher.SayTextAsync("no JSON");
        Assert.Equal(("INVALID_EVENT", "Invalid message format"), await watcher.RefusedAsync());
        await watcher.SayAsync("join_contest");
        Assert.Equal(("INVALID_EVENT", "Unknown event type"), await watcher.RefusedAsync());
        await watcher.SayAsync("subscribe_leaderboard", """{"contestId":"nowhere"}""");
        Assert.Equal(("CONTEST_NOT_FOUND", "Contest not found"), await watcher.RefusedAsync());
        await watcher.SayAsync("subscribe_leaderboard", """{"contestId":"no id!"}""");
        Assert.Equal(("CONTEST_NOT_FOUND", "Contest not found"), await watcher.RefusedAsync());
    }

    private static JsonObject LastOf(Contestant watcher) => watcher.All.Last(message => message.Name == "contests_update").Json();

    private static string? StatusIn(JsonObject message, string quiz) =>
        (string?)message["data"]!["contests"]!.AsArray().FirstOrDefault(contest => (string?)contest!["id"] == quiz)?["status"];
}
