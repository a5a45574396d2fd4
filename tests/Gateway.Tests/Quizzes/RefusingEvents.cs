using System.Net;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>Every error code of the contract, with its text. None of them closes the socket.</summary>
public sealed class RefusingEvents(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":"join_contest"}""")]
    [InlineData("""{"event":"join_contest","data":[]}""")]
    [InlineData("""{"event":"join_contest","data":{"contestId":7}}""")]
    [InlineData("""{"event":"submit_answer","data":{}}""")]
    [InlineData("""{"event":"submit_answer","data":{"questionId":"q","selectedOptionId":7}}""")]
    [InlineData("""{"event":"resync","data":{}}""")]
    [InlineData("""{"event":"resync","data":{"contestId":"c","lastEventTimestamp":"yesterday"}}""")]
    [InlineData("""{"event":"resync","data":{"contestId":"c","lastEventTimestamp":7}}""")]
    [InlineData("{\"event\":\"join_contest\",\"data\":{\"contestId\":\"\\ud800\"}}")]
    public async Task Answers_what_is_no_message(string text)
    {
        var ann = await StrangerAsync();
        await ann.SayTextAsync(text);

        Assert.Equal(("INVALID_EVENT", "Invalid message format"), await ann.RefusedAsync());
        await ann.HearsNothingAsync();
    }

    [Fact]
    public async Task Answers_an_event_that_it_does_not_know()
    {
        var ann = await StrangerAsync();
        await ann.SayAsync("leave_contest");

        Assert.Equal(("INVALID_EVENT", "Unknown event type"), await ann.RefusedAsync());
    }

    [Theory]
    [InlineData("join_contest", "nowhere")]
    [InlineData("join_contest", "no id!")]
    [InlineData("resync", "nowhere")]
    public async Task Answers_who_asks_for_a_contest_that_is_not_there(string name, string contest)
    {
        var ann = await StrangerAsync();
        await ann.SayAsync(name, $$"""{"contestId":"{{contest}}"}""");

        Assert.Equal(("CONTEST_NOT_FOUND", "Contest not found"), await ann.RefusedAsync());
    }

    [Fact]
    public async Task Answers_who_comes_too_early_or_too_late()
    {
        var quiz = await world.QuizAsync(1);
        var ann = await world.NewcomerAsync(quiz);
        await ann.SayAsync("resync", $$"""{"contestId":"{{quiz}}"}""");
        Assert.Equal(("CONTEST_NOT_ACTIVE", "Contest is not active"), await ann.RefusedAsync());
        await ann.SubmitAsync($"{quiz}.q1", "a");
        Assert.Equal(("CONTEST_NOT_ACTIVE", "Contest is not active"), await ann.RefusedAsync());

        var token = await world.RegisteredAsync(quiz);
        await world.StartAsync(quiz);
        await world.PassUntilAsync(() => ann.Closed is not null);
        var late = await world.ConnectAsync(token);
        await late.SayAsync("join_contest", $$"""{"contestId":"{{quiz}}"}""");
        Assert.Equal(("CONTEST_NOT_ACTIVE", "Contest is not active"), await late.RefusedAsync());
    }

    [Fact]
    public async Task Answers_who_is_not_registered_or_has_not_joined()
    {
        var quiz = await world.QuizAsync(10);
        var stranger = await StrangerAsync();
        foreach (var name in new[] { "join_contest", "resync" })
        {
            await world.StartAsync(quiz);
            await stranger.SayAsync(name, $$"""{"contestId":"{{quiz}}"}""");
            Assert.Equal(("NOT_PARTICIPANT", "User not registered for contest"), await stranger.RefusedAsync());
        }

        await stranger.SubmitAsync($"{quiz}.q1", "a");
        Assert.Equal(("NOT_PARTICIPANT", "Not in a contest"), await stranger.RefusedAsync());
    }

    [Fact]
    public async Task Answers_a_second_answer_with_the_first()
    {
        var (quiz, ann) = await AskedAsync();
        await ann.SubmitAsync($"{quiz}.q1", "b");
        var first = (await ann.HearsAsync("submission_result"))["data"]!;
        await ann.SubmitAsync($"{quiz}.q1", "a");
        var error = (await ann.HearsAsync("error"))["data"]!;

        Assert.Equal(
            $$$"""{"code":"ALREADY_SUBMITTED","message":"Already submitted for this question","details":{"questionId":"{{{quiz}}}.q1","previousSubmissionId":"{{{first["submissionId"]}}}"}}""",
            error.ToJsonString());
    }

    [Fact]
    public async Task Answers_an_answer_to_another_question_or_of_no_option()
    {
        var (quiz, ann) = await AskedAsync();
        foreach (var question in new[] { $"{quiz}.q2", "no such question" })
        {
            await ann.SubmitAsync(question, "a");
            Assert.Equal(("INVALID_QUESTION", "Invalid question"), await ann.RefusedAsync());
        }

        await ann.SubmitAsync($"{quiz}.q1", "c");
        Assert.Equal(("INVALID_OPTION", "Invalid option"), await ann.RefusedAsync());
        await ann.SubmitAsync($"{quiz}.q1", null);
        Assert.False((bool)(await ann.HearsAsync("submission_result"))["data"]!["isCorrect"]!);
    }

    [Fact]
    public async Task Answers_who_is_late_by_more_than_half_a_second()
    {
        var (quiz, ann) = await AskedAsync();
        var bob = await world.JoinAsync(quiz, await world.RegisteredAsync(quiz), gateway: 1);
        world.Pass(10);
        await bob.HearsAsync("question_change");
        world.Pass(0.5);
        await ann.SubmitAsync($"{quiz}.q1", "a");
        Assert.True((bool)(await ann.HearsAsync("submission_result"))["data"]!["isCorrect"]!);

        world.Pass(0.001);
        await bob.SubmitAsync($"{quiz}.q1", "a");
        Assert.Equal(("TIME_EXPIRED", "Time limit exceeded"), await bob.RefusedAsync());
    }

    [Fact]
    public async Task Answers_that_it_cannot_answer()
    {
        var (quiz, ann) = await AskedAsync();
        world.Channels.IsDown = true;
        try
        {
            await ann.SubmitAsync($"{quiz}.q1", "a");
            Assert.Equal("SERVER_ERROR", (await ann.RefusedAsync()).Code);
        }
        finally
        {
            world.Channels.IsDown = false;
        }

        await ann.SubmitAsync($"{quiz}.q1", "a");
        Assert.True((bool)(await ann.HearsAsync("submission_result"))["data"]!["isCorrect"]!);
    }

    [Fact]
    public async Task Answers_over_HTTP_with_the_contracts_statuses()
    {
        var (quiz, ann) = await AskedAsync();
        var token = await world.RegisteredAsync(quiz);
        using var bob = world.Showing(token, gateway: 1);
        using var stranger = world.Showing((await world.PersonAsync()).Token);
        await bob.PostJsonAsync($"/contests/{quiz}/submit", Answer("c")).IsErrorAsync(HttpStatusCode.BadRequest, "Invalid option");
        await stranger.PostJsonAsync($"/contests/{quiz}/submit", Answer("a")).IsErrorAsync(HttpStatusCode.Forbidden, "User not registered for contest");
        await bob.PostJsonAsync($"/contests/{quiz}/submit", Answer("a")).IsAsync(HttpStatusCode.OK);
        await bob.PostJsonAsync($"/contests/{quiz}/submit", Answer("a")).IsErrorAsync(HttpStatusCode.Conflict, "Already submitted for this question");
        world.Pass(10);
        await ann.HearsAsync("question_change");
        world.Pass(0.501);
        await world.Showing(await world.RegisteredAsync(quiz)).PostJsonAsync($"/contests/{quiz}/submit", Answer("a"))
            .IsErrorAsync(HttpStatusCode.BadRequest, "Time limit exceeded");

        string Answer(string option) => new JsonObject { ["questionId"] = $"{quiz}.q1", ["selectedOptionId"] = option }.ToJsonString();
    }

    /// <summary>A quiz whose first question is being asked, and somebody who has joined.</summary>
    private async Task<(string Quiz, Contestant Ann)> AskedAsync()
    {
        var quiz = await world.QuizAsync(10, 10);
        var ann = await world.NewcomerAsync(quiz);
        await world.StartAsync(quiz);
        await ann.HearsAsync("timer_update");
        return (quiz, ann);
    }

    private async Task<Contestant> StrangerAsync() => await world.ConnectAsync((await world.PersonAsync()).Token);
}
