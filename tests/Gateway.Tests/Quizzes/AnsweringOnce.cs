using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class AnsweringOnce(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Fact]
    public async Task Is_all_that_counts_of_answers_by_sockets_of_two_gateways_and_HTTP_at_once()
    {
        var quiz = await world.QuizAsync(60);
        var watcher = await world.NewcomerAsync(quiz);
        var token = await world.RegisteredAsync(quiz, "who-answers");
        using var http = world.Showing(token, gateway: 1);
        await world.StartAsync(quiz);
        await watcher.HearsAsync("timer_update");
        // The first has not heard yet that the second takes over.
        var (one, other) = (await world.JoinAsync(quiz, token), await world.JoinAsync(quiz, token, gateway: 1));
        var answer = JsonSerializer.Serialize(new { questionId = $"{quiz}.q1", selectedOptionId = "a" });
        var posts = Enumerable.Range(0, 5).Select(_ => http.PostJsonAsync($"/contests/{quiz}/submit", answer)).ToList();
        for (var n = 0; n < 5; n++)
        {
            await one.SubmitAsync($"{quiz}.q1", "a");
            await other.SubmitAsync($"{quiz}.q1", "a");
        }

        var statuses = (await Task.WhenAll(posts)).Select(post => post.StatusCode).ToList();
        await Task.WhenAll(AnswersOf(one, 5), AnswersOf(other, 5));
        List<JsonNode> told = [.. one.All.Concat(other.All).Select(message => message.Json()).Where(message => (string?)message["event"] is "submission_result" or "error")];

        var accepted = told.Where(message => (string?)message["event"] == "submission_result").ToList();
        Assert.Equal(1, accepted.Count + statuses.Count(status => status == HttpStatusCode.OK));
        Assert.All(statuses.Where(status => status != HttpStatusCode.OK), status => Assert.Equal(HttpStatusCode.Conflict, status));
        var errors = told.Except(accepted).Select(error => error["data"]!).ToList();
        Assert.All(errors, error => Assert.Equal("ALREADY_SUBMITTED", (string?)error["code"]));
        var counted = Assert.Single((await world.Engine(quiz).Answers("who-answers"))!);
        Assert.All(errors, error => Assert.Equal(counted.Id, (string?)error["details"]!["previousSubmissionId"]));
        var first = (await world.Engine(quiz).Leaderboard(0, 1))!.Rows[0];
        Assert.Equal((10, 1), (first.Score, first.QuestionsAnswered));
    }

    private static Task AnswersOf(Contestant contestant, int count) =>
        contestant.ReachAsync(one => one.All.Count(message => message.Name is "submission_result" or "error") == count);
}
