using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class RestQuizzes(QuizFixture gateway) : IClassFixture<QuizFixture>
{
    [Theory]
    [InlineData("/contests")]
    [InlineData("/contest")]
    public async Task Shows_a_quiz_to_everybody_at_both_addresses(string prefix)
    {
        var id = await gateway.QuizAsync();
        var card = await gateway.Client.GetAsync($"{prefix}/{id}").IsAsync(HttpStatusCode.OK);
        var list = await gateway.Client.GetAsync(prefix).IsAsync(HttpStatusCode.OK);

        Assert.Equal(
            ("Friday quiz", "UPCOMING", 2, 0),
            (card.GetProperty("title").GetString(), card.GetProperty("status").GetString(), card.GetProperty("totalQuestions").GetInt32(), card.GetProperty("totalParticipants").GetInt32()));
        Assert.Contains(list.GetProperty("contests").EnumerateArray(), each => each.GetRawText() == card.GetRawText());
        await gateway.Client.GetAsync($"{prefix}/nothing").IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
        await gateway.Client.GetAsync($"{prefix}/a%20b").IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
    }

    [Fact]
    public async Task Is_run_by_administrators_only()
    {
        var id = await gateway.QuizAsync();
        var ann = await gateway.SignUpAsync();
        var head = await gateway.SignUpAsync(QuizFixture.AdminEmail);

        await gateway.Client.PostJsonAsync("/contests", gateway.Draft("stolen")).IsErrorAsync(HttpStatusCode.Unauthorized);
        await ann.Client.PostJsonAsync("/contests", gateway.Draft("stolen")).IsErrorAsync(HttpStatusCode.Forbidden);
        await ann.Client.PostAsync($"/contests/{id}/start", null).IsErrorAsync(HttpStatusCode.Forbidden);
        await ann.Client.DeleteAsync($"/contests/{id}").IsErrorAsync(HttpStatusCode.Forbidden);
        await gateway.Client.GetAsync("/contests/stolen").IsErrorAsync(HttpStatusCode.NotFound);
        await head.Client.PostAsync($"/contests/{id}/start", null).IsAsync(HttpStatusCode.OK);
        await head.Client.DeleteAsync($"/contests/{id}").IsAsync(HttpStatusCode.OK);
        await head.Client.DeleteAsync($"/contests/{id}").IsErrorAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-01T09:00:00Z","questions":[{"type":"DSA","title":"Q"}]}""")]
    [InlineData("""{"title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-03T10:00:00Z","questions":[{"type":"DSA","title":"Q"}]}""")]
    [InlineData("""{"title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-01T11:00:00Z","questions":[]}""")]
    [InlineData("""{"title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-01T11:00:00Z","questions":[null]}""")]
    [InlineData("""{"title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-01T11:00:00Z","questions":[{"type":"MCQ","title":"Q","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"correctOptionId":"c"}]}""")]
    [InlineData("""{"title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-01T11:00:00Z","questions":[{"type":"RIDDLE","title":"Q"}]}""")]
    [InlineData("""{"id":"a b","title":"T","startAt":"2026-01-01T10:00:00Z","endAt":"2026-01-01T11:00:00Z","questions":[{"type":"DSA","title":"Q"}]}""")]
    [InlineData("""{"title":"T","startAt":"soon","endAt":"2026-01-01T11:00:00Z","questions":[{"type":"DSA","title":"Q"}]}""")]
    public async Task Says_what_is_wrong_with_a_quiz(string draft) =>
        await gateway.Admin.PostJsonAsync("/contests", draft).IsErrorAsync(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Takes_somebody_in_once()
    {
        var id = await gateway.QuizAsync();
        var ann = await gateway.SignUpAsync();

        Assert.Equal("Successfully joined contest", await MessageAsync(ann.Client.PostAsync($"/contests/{id}/join", null)));
        Assert.Equal("Already joined contest", await MessageAsync(ann.Client.PostAsync($"/contests/{id}/join", null)));
        await gateway.Client.PostAsync($"/contests/{id}/join", null).IsErrorAsync(HttpStatusCode.Unauthorized);
        await ann.Client.PostAsync("/contests/nothing/join", null).IsErrorAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Shows_a_question_to_those_who_take_part_and_only_in_its_time()
    {
        var id = await gateway.QuizAsync();
        var (ann, eve) = (await gateway.SignUpAsync(), await gateway.SignUpAsync());
        await ann.Client.PostAsync($"/contests/{id}/join", null).IsAsync(HttpStatusCode.OK);
        await ann.Client.GetAsync($"/contests/{id}/current-question").IsErrorAsync(HttpStatusCode.NotFound, "No current question");
        await gateway.Admin.PostAsync($"/contests/{id}/start", null).IsAsync(HttpStatusCode.OK);
        gateway.Clock.Advance(TimeSpan.FromSeconds(2));

        var question = await ann.Client.GetAsync($"/contests/{id}/current-question").IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            ["questionId", "contestQuestionId", "type", "title", "description", "mcqOptions", "timeLimit", "points", "questionNumber", "totalQuestions", "startedAt", "timeRemaining"],
            question.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Question 1", 58), (question.GetProperty("title").GetString(), question.GetProperty("timeRemaining").GetInt32()));
        await eve.Client.GetAsync($"/contests/{id}/current-question").IsErrorAsync(HttpStatusCode.Forbidden);
        await gateway.Client.GetAsync($"/contests/{id}/current-question").IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Counts_an_answer_once_and_ranks_who_gave_it()
    {
        var id = await gateway.QuizAsync();
        var (ann, bob, eve) = (await gateway.SignUpAsync(), await gateway.SignUpAsync(), await gateway.SignUpAsync());
        await ann.Client.PostAsync($"/contests/{id}/join", null).IsAsync(HttpStatusCode.OK);
        await bob.Client.PostAsync($"/contests/{id}/join", null).IsAsync(HttpStatusCode.OK);
        await SubmitAsync(ann, id, 1, "a").IsErrorAsync(HttpStatusCode.BadRequest, "Contest is not active");
        await gateway.Admin.PostAsync($"/contests/{id}/start", null).IsAsync(HttpStatusCode.OK);

        var right = await SubmitAsync(bob, id, 1, "a").IsAsync(HttpStatusCode.OK);
        Assert.Equal("""{"isCorrect":true,"points":10}""", right.GetRawText());
        Assert.Equal("""{"isCorrect":false,"points":0}""", (await SubmitAsync(ann, id, 1, "b").IsAsync(HttpStatusCode.OK)).GetRawText());
        await SubmitAsync(bob, id, 1, "a").IsErrorAsync(HttpStatusCode.Conflict, "Already submitted for this question");
        await SubmitAsync(eve, id, 1, "a").IsErrorAsync(HttpStatusCode.Forbidden, "User not registered for contest");
        await SubmitAsync(bob, id, 2, "a").IsErrorAsync(HttpStatusCode.BadRequest, "Invalid question");
        await bob.Client.PostJsonAsync($"/contests/{id}/submit", "{}").IsErrorAsync(HttpStatusCode.BadRequest);

        var board = await gateway.Client.GetAsync($"/contests/{id}/leaderboard?limit=1").IsAsync(HttpStatusCode.OK);
        var first = Assert.Single(board.GetProperty("leaderboard").EnumerateArray());
        Assert.Equal((bob.Id, 10, 2), (first.GetProperty("userId").GetString(), first.GetProperty("score").GetInt32(), board.GetProperty("totalParticipants").GetInt32()));
        var own = await ann.Client.GetAsync($"/contests/{id}/leaderboard/me").IsAsync(HttpStatusCode.OK);
        Assert.Equal(2, own.GetProperty("userEntry").GetProperty("rank").GetInt32());
        await eve.Client.GetAsync($"/contests/{id}/leaderboard/me").IsErrorAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=1001")]
    [InlineData("?limit=many")]
    [InlineData("?offset=-1")]
    [InlineData("?offset=1e3")]
    public async Task Refuses_a_page_that_there_cannot_be(string query)
    {
        var id = await gateway.QuizAsync();

        await gateway.Client.GetAsync($"/contests/{id}/leaderboard{query}").IsErrorAsync(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> SubmitAsync(Person person, string id, int question, string option) =>
        person.Client.PostJsonAsync($"/contests/{id}/submit", JsonSerializer.Serialize(new { questionId = $"{id}.q{question}", selectedOptionId = option }));

    private static async Task<string?> MessageAsync(Task<HttpResponseMessage> call) =>
        (await call.IsAsync(HttpStatusCode.OK)).GetProperty("message").GetString();
}
