using System.Net;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>Reads everything that every kind of client receives in a whole contest, and searches it.</summary>
public sealed class LettingNothingOutEarly(QuizWorld world) : IClassFixture<QuizWorld>
{
    private const int questions = 3;

    private readonly List<string> read = [];

    [Fact]
    public async Task Holds_for_participants_the_public_and_administrators()
    {
        var quiz = "early";
        read.Add((await world.Admin.PostJsonAsync("/contests", Draft(quiz)).IsAsync(HttpStatusCode.Created)).GetRawText());
        var token = await world.RegisteredAsync(quiz);
        Contestant[] people = [await world.JoinAsync(quiz, token), await world.NewcomerAsync(quiz, gateway: 1)];
        Contestant[] watchers = [await world.WatchAsync(), await world.WatchAsync(gateway: 1)];
        foreach (var watcher in watchers)
        {
            await watcher.SayAsync("subscribe_contests");
            await watcher.SayAsync("subscribe_leaderboard", $$"""{"contestId":"{{quiz}}"}""");
            await watcher.HearsAsync("leaderboard_update");
        }

        await CheckAsync(quiz, token, people, watchers, asked: 0);
        await world.StartAsync(quiz);
        for (var question = 1; question <= questions; question++)
        {
            for (var second = 10; second > 0; second--)
            {
                await TicksAsync(people, second);
                await CheckAsync(quiz, token, people, watchers, question);
                await (second == 5 ? people[0].SubmitAsync($"{quiz}.q{question}", "k-right") : Task.CompletedTask);
                await world.PassAsync(quiz, 1);
            }

            await Task.WhenAll(people.Select(person => person.HearsAsync("question_change")));
            await CheckAsync(quiz, token, people, watchers, question);
            await (question < questions ? world.PassAsync(quiz, 5) : Task.CompletedTask);
        }

        await world.PassUntilAsync(() => people.All(person => person.Closed is not null));
        await CheckAsync(quiz, token, [], watchers, questions);
        var all = string.Concat(people.Concat(watchers).SelectMany(client => client.All).Select(message => message.Text)) + string.Concat(read);
        Assert.DoesNotContain("correct-is", all, StringComparison.Ordinal);
        Assert.DoesNotContain("correctOption", all, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(questions, people[0].All.Where(message => message.Name == "question_broadcast").Select(message => message.Text).Distinct().Count());
    }

    /// <summary>Asks whatever can be asked, and searches all that has ever come.</summary>
    private async Task CheckAsync(string quiz, string token, Contestant[] people, Contestant[] watchers, int asked)
    {
        using var person = world.Showing(token, gateway: 1);
        foreach (var path in new[] { "", $"/{quiz}", $"/{quiz}/leaderboard", $"/{quiz}/leaderboard/me", $"/{quiz}/current-question" })
        {
            foreach (var client in new[] { person, world.Admin, world.Gateways[0].Client })
            {
                using var answer = await client.GetAsync($"/contests{path}");
                read.Add(await answer.Content.ReadAsStringAsync());
            }
        }

        foreach (var one in people)
        {
            await one.SayAsync("resync", new JsonObject { ["contestId"] = quiz }.ToJsonString());
        }

        var everything = string.Concat(people.Concat(watchers).SelectMany(client => client.All).Select(message => message.Text)) + string.Concat(read);
        for (var question = 1; question <= questions; question++)
        {
            foreach (var secret in new[] { "TITLE", "TEXT", "RIGHT", "WRONG" })
            {
                Assert.True(question <= asked || !everything.Contains($"{secret}-{question}-", StringComparison.Ordinal), $"{secret} of question {question} was out at {asked}.");
            }
        }

        read.RemoveAll(answer => answer.Length < 2);
    }

    private static Task TicksAsync(Contestant[] people, int second) => Task.WhenAll(people.Select(person => person.ReachAsync(
        one => one.All.LastOrDefault(message => message.Name == "timer_update") is { } tick && (int)tick.Json()["data"]!["timeRemaining"]! == second)));

    private string Draft(string quiz) => System.Text.Json.JsonSerializer.Serialize(new
    {
        id = quiz,
        title = "Secrets",
        description = "All about them",
        startAt = world.Now.AddHours(1),
        endAt = world.Now.AddHours(2),
        questions = Enumerable.Range(1, questions).Select(question => new
        {
            type = "MCQ",
            title = $"TITLE-{question}-",
            description = $"TEXT-{question}-",
            options = new[] { new { id = "k-right", text = $"RIGHT-{question}-" }, new { id = "k-wrong", text = $"WRONG-{question}-" } },
            correctOptionId = "k-right",
            timeLimit = 10,
        }),
    });
}
