using System.Net;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class TakingPart(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Fact]
    public async Task Brings_the_whole_contest_in_its_order_and_closes_at_the_end()
    {
        var quiz = await world.QuizAsync(2, 1);
        var ann = await world.NewcomerAsync(quiz);
        await world.StartAsync(quiz);
        await TicksAsync(ann, 2, 1, 0);
        await ann.HearsAsync("question_change");
        world.Pass(5);
        await TicksAsync(ann, 1, 0);
        await ann.HearsAsync("question_change");
        world.Pass(0.5);

        Assert.Equal((1000, "Contest ended"), await ann.EndAsync());
        Assert.Equal(
            [
                "contest_start", "question_broadcast", "timer_update 2", "timer_update 1", "timer_update 0", "question_change",
                "question_broadcast", "timer_update 1", "timer_update 0", "question_change", "contest_end",
            ],
            ann.All.Where(message => message.Name != "leaderboard_update").Select(Describe));
    }

    [Fact]
    public async Task Shows_who_comes_late_the_question_its_clock_and_where_they_stand()
    {
        var quiz = await world.QuizAsync(10);
        await world.StartAsync(quiz);
        var ann = await world.NewcomerAsync(quiz);

        Assert.Equal(["leaderboard_update", "question_broadcast", "timer_update"], ann.All.Select(message => message.Name).Order());
        Assert.Equal("question_broadcast", ann.All[0].Name);
        var entry = ann.All.Single(message => message.Name == "leaderboard_update").Json()["data"]!["userEntry"]!;
        Assert.Equal((1, 0, 0), ((int)entry["rank"]!, (int)entry["score"]!, (int)entry["questionsAnswered"]!));
    }

    [Fact]
    public async Task Tells_the_result_of_an_answer_to_who_gave_it_and_nobody_else()
    {
        var quiz = await world.QuizAsync(10);
        var (ann, bob) = (await world.NewcomerAsync(quiz), await world.NewcomerAsync(quiz, gateway: 1));
        await world.StartAsync(quiz);
        await bob.HearsAsync("timer_update");
        world.Pass(1.5);
        await ann.SubmitAsync($"{quiz}.q1", "a");
        var result = await ann.HearsAsync("submission_result");

        Assert.Equal(24, ((string?)result["data"]!["submissionId"])!.Length);
        result["data"]!.AsObject().Remove("submissionId");
        var now = QuizFrames(world.Now);
        Assert.Equal(
            $$"""{"questionId":"{{quiz}}.q1","isCorrect":true,"pointsEarned":10,"timeTaken":1.5,"submittedAt":"{{now}}","currentScore":10,"currentRank":1}""",
            result["data"]!.ToJsonString());
        await bob.SayAsync("ping");
        await bob.HearsAsync("pong");
        Assert.DoesNotContain(bob.All, message => message.Name == "submission_result");
    }

    [Fact]
    public async Task Ends_with_everybodys_own_final_rank()
    {
        var quiz = await world.QuizAsync(1);
        Contestant[] people = [await world.NewcomerAsync(quiz), await world.NewcomerAsync(quiz), await world.NewcomerAsync(quiz, gateway: 1)];
        await world.StartAsync(quiz);
        await people[2].SubmitAsync($"{quiz}.q1", "a");
        await people[2].HearsAsync("submission_result");
        await people[0].SubmitAsync($"{quiz}.q1", "b");
        await people[0].HearsAsync("submission_result");
        await EndAsync(people);

        var ends = people.Select(person => person.All[^1].Json()["data"]!).ToList();
        Assert.Equal(
            ["""{"rank":2,"score":0,"questionsAnswered":1}""", """{"rank":3,"score":0,"questionsAnswered":0}""", """{"rank":1,"score":10,"questionsAnswered":1}"""],
            ends.Select(end => end["userFinalRank"]!.ToJsonString()));
        Assert.All(ends, end => Assert.Equal([1, 2, 3], end["finalLeaderboard"]!.AsArray().Select(row => (int)row!["rank"]!)));
        Assert.All(people, person => Assert.Single(person.All, message => message.Name == "contest_end"));
    }

    [Fact]
    public async Task Goes_on_in_another_contest_when_that_is_joined()
    {
        var (one, other) = (await world.QuizAsync(10), await world.QuizAsync(10));
        var token = await world.RegisteredAsync(one);
        var ann = await world.JoinAsync(one, token);
        await world.Showing(token).PostAsync($"/contests/{other}/join", null).IsAsync(HttpStatusCode.OK);
        await ann.SayAsync("join_contest", $$"""{"contestId":"{{other}}"}""");
        Assert.Equal(other, (string?)(await ann.HearsAsync("leaderboard_update"))["data"]!["contestId"]);
        await world.StartAsync(one);
        await world.StartAsync(other);

        Assert.Equal(other, (string?)(await ann.HearsAsync("contest_start"))["data"]!["contestId"]);
    }

    [Fact]
    public async Task Ends_when_the_contest_is_deleted()
    {
        var quiz = await world.QuizAsync(10);
        var ann = await world.NewcomerAsync(quiz);
        await world.Admin.DeleteAsync($"/contests/{quiz}").IsAsync(HttpStatusCode.OK);

        Assert.Equal((1000, "Contest deleted"), await ann.EndAsync());
    }

    internal static string Describe(Heard message) =>
        message.Name == "timer_update" ? $"timer_update {message.Json()["data"]!["timeRemaining"]}" : message.Name;

    internal static string QuizFrames(DateTimeOffset moment) => Gateway.Quizzes.QuizFrames.Text(moment);

    /// <summary>Hears a tick, and lets a second pass, again and again.</summary>
    private async Task TicksAsync(Contestant person, params int[] seconds)
    {
        foreach (var second in seconds)
        {
            Assert.Equal(second, (int?)(await person.HearsAsync("timer_update"))["data"]!["timeRemaining"]);
            world.Pass(second > 0 ? 1 : 0);
        }
    }

    private async Task EndAsync(Contestant[] people)
    {
        await world.PassUntilAsync(() => people.All(person => person.Closed is not null));
        foreach (var person in people)
        {
            Assert.Equal((1000, "Contest ended"), await person.EndAsync());
        }
    }
}
