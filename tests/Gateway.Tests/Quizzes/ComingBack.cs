using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class ComingBack(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task After_half_a_minute_brings_what_was_missed_and_the_same_score(int gateway)
    {
        var quiz = await world.QuizAsync(20, 10, 60);
        var token = await world.RegisteredAsync(quiz);
        // Somebody else keeps the other gateway's room open, and the questions from ending early.
        var other = await world.NewcomerAsync(quiz, gateway: 1);
        var ann = await world.JoinAsync(quiz, token);
        await StartAsync(quiz, ann);
        await other.HearsAsync("timer_update");
        await world.PassAsync(quiz, 1);
        await ann.HearsAsync("timer_update");
        await ann.SubmitAsync($"{quiz}.q1", "a");
        var result = (await ann.HearsAsync("submission_result"))["data"]!;
        var last = ann.All[^1].Json();
        ann.Dispose();
        await world.PassAsync(quiz, 40);

        var back = await world.ConnectAsync(token, gateway);
        await back.SayAsync("resync", Resync(quiz, (string?)last["timestamp"]));
        await back.ReachAsync(one => one.All.Count(message => message.Name == "timer_update") == 3);
        var entry = (await back.HearsAsync("leaderboard_update"))["data"]!["userEntry"]!;

        Assert.Equal(
            [
                "timer_update 0", "question_change", $"{quiz}.q2", "timer_update 0", "question_change", $"{quiz}.q3", "timer_update 59",
            ],
            back.All.Where(message => message.Name != "leaderboard_update").Select(Describe));
        Assert.Equal((1, (int)result["currentScore"]!, 1), ((int)entry["rank"]!, (int)entry["score"]!, (int)entry["questionsAnswered"]!));
        AssertChained(back);
    }

    [Fact]
    public async Task With_a_position_brings_exactly_what_was_missed()
    {
        var quiz = await world.QuizAsync(20, 60);
        var token = await world.RegisteredAsync(quiz);
        var (ann, other) = (await world.JoinAsync(quiz, token), await world.NewcomerAsync(quiz));
        await StartAsync(quiz, ann);
        await other.HearsAsync("timer_update");
        var asked = ann.All.Last(message => message.Name == "question_broadcast").Json();
        ann.Dispose();
        await world.PassAsync(quiz, 30);

        var back = await world.ConnectAsync(token, gateway: 1, query: $"&since={asked["epoch"]}:{asked["seq"]}");
        await back.SayAsync("join_contest", $$"""{"contestId":"{{quiz}}"}""");
        await back.ReachAsync(one => one.All.Count(message => message.Name == "timer_update") == 2);
        Assert.Equal(
            ["timer_update 0", "question_change", $"{quiz}.q2", "timer_update 55"],
            back.All.Where(message => message.Name != "leaderboard_update").Select(Describe));
    }

    [Fact]
    public async Task Brings_the_present_state_when_it_was_too_long_ago()
    {
        var quiz = await world.QuizAsync(20, 600);
        var token = await world.RegisteredAsync(quiz);
        var (ann, other) = (await world.JoinAsync(quiz, token), await world.NewcomerAsync(quiz));
        await StartAsync(quiz, ann);
        await other.HearsAsync("timer_update");
        var last = ann.All.Last(message => message.Name == "timer_update").Json();
        ann.Dispose();
        for (var pings = 0; pings < 13; pings++)
        {
            await world.PassAsync(quiz, 25);
            await other.SayAsync("ping");
            await other.HearsAsync("pong");
        }


        await AssertStateAsync(quiz, token, (string?)last["timestamp"], "timer_update 300");
        await AssertStateAsync(quiz, token, null, "timer_update 300");
        await AssertStateAsync(quiz, token, "2030-01-01T00:00:00.000Z", "timer_update 300");
    }

    [Fact]
    public async Task Brings_the_result_that_was_on_its_way_when_the_connection_broke()
    {
        var quiz = await world.QuizAsync(60);
        var token = await world.RegisteredAsync(quiz, "user-of-this");
        var (ann, other) = (await world.JoinAsync(quiz, token), await world.NewcomerAsync(quiz));
        await StartAsync(quiz, ann);
        await other.HearsAsync("timer_update");
        var last = ann.All.Last(message => message.Name == "timer_update").Json();
        await world.PassAsync(quiz, 2);
        ann.Dispose();
        await world.Engine(quiz).Submit("s1", "user-of-this", $"{quiz}.q1", "a");

        var back = await world.ConnectAsync(token);
        await back.SayAsync("resync", Resync(quiz, (string?)last["timestamp"]));
        var result = (await back.HearsAsync("submission_result"))["data"]!;
        Assert.Equal(("s1", 10), ((string?)result["submissionId"], (int)result["currentScore"]!));
    }

    [Fact]
    public async Task Without_having_been_away_brings_nothing_twice()
    {
        var quiz = await world.QuizAsync(60);
        var ann = await world.NewcomerAsync(quiz);
        await StartAsync(quiz, ann);
        world.Pass(1);
        var last = await ann.HearsAsync("timer_update");
        await ann.SayAsync("resync", Resync(quiz, (string?)last["timestamp"]));
        await ann.SayAsync("ping");
        await ann.HearsAsync("pong");

        Assert.Single(ann.All, message => message.Name == "question_broadcast");
        var before = ann.Count;
        await ann.SayAsync("resync", Resync(quiz, null));
        await ann.ReachAsync(one => one.Count == before + 3);
        Assert.Equal(["leaderboard_update", $"{quiz}.q1", "timer_update 59"], ann.All.Skip(before).Select(Describe).Order());
    }

    [Fact]
    public async Task After_the_end_brings_the_end_and_closes()
    {
        var quiz = await world.QuizAsync(1);
        var token = await world.RegisteredAsync(quiz);
        var other = await world.NewcomerAsync(quiz);
        await world.StartAsync(quiz);
        await world.PassUntilAsync(() => other.Closed is not null);
        foreach (var gateway in new[] { 0, 1 })
        {
            var late = await world.ConnectAsync(token, gateway);
            await late.SayAsync("resync", Resync(quiz, null));

            Assert.Equal((1000, "Contest ended"), await late.EndAsync());
            Assert.Equal(2, (int)Assert.Single(late.All).Json()["data"]!["totalParticipants"]!);
        }
    }

    [Fact]
    public async Task By_a_second_socket_takes_over_from_the_first_at_the_same_gateway()
    {
        var quiz = await world.QuizAsync(60);
        var token = await world.RegisteredAsync(quiz);
        var first = await world.JoinAsync(quiz, token);
        var second = await world.JoinAsync(quiz, token);

        Assert.Equal((1000, "Replaced by a newer connection"), await first.EndAsync());
        await StartAsync(quiz, second);
    }

    [Fact]
    public async Task By_a_second_socket_takes_over_from_the_first_at_another_gateway()
    {
        var quiz = await world.QuizAsync(60);
        var token = await world.RegisteredAsync(quiz);
        var first = await world.JoinAsync(quiz, token);
        var second = await world.JoinAsync(quiz, token, gateway: 1);
        await world.PassUntilAsync(() => first.Closed is not null);

        Assert.Equal((1000, "Replaced by a newer connection"), await first.EndAsync());
        await StartAsync(quiz, second);
        await second.SubmitAsync($"{quiz}.q1", "a");
        Assert.Equal(10, (int)(await second.HearsAsync("submission_result"))["data"]!["currentScore"]!);
    }

    private static string Resync(string quiz, string? last) =>
        new JsonObject { ["contestId"] = quiz, ["lastEventTimestamp"] = last }.ToJsonString();

    private static string Describe(Heard message) =>
        message.Name == "question_broadcast" ? (string)message.Json()["data"]!["questionId"]! : TakingPart.Describe(message);

    /// <summary>Every number once, and none left out.</summary>
    private static void AssertChained(Contestant contestant)
    {
        var numbers = contestant.All.Select(message => message.Json()).Where(message => message.ContainsKey("seq")).Select(message => (int)message["seq"]!).ToList();
        Assert.Equal(Enumerable.Range(3, numbers.Count), numbers);
    }

    private async Task StartAsync(string quiz, Contestant contestant)
    {
        world.Pass(1);
        await world.StartAsync(quiz);
        await contestant.HearsAsync("timer_update");
    }

    private async Task AssertStateAsync(string quiz, string token, string? last, string timer)
    {
        var back = await world.ConnectAsync(token);
        await back.SayAsync("resync", Resync(quiz, last));
        await back.HearsAsync("leaderboard_update");
        await back.ReachAsync(one => one.Count >= 3);
        Assert.Equal(
            [$"{quiz}.q2", timer], back.All.Where(message => message.Name is not "leaderboard_update").Select(Describe));
        back.Dispose();
    }
}
