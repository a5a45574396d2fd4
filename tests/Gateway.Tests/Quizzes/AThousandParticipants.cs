using System.Text.Json.Nodes;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>A whole contest with five questions, over two gateways.</summary>
public sealed class AThousandParticipants(QuizWorld world) : IClassFixture<QuizWorld>
{
    private const int people = 1_000;
    private const int questions = 5;
    private const int seconds = 6;

    private readonly List<Contestant> contestants = [];
    private readonly Oracle oracle = new();
    private string quiz = "";

    [Fact]
    public async Task Are_all_told_the_same_at_the_same_time_and_each_their_own()
    {
        quiz = await world.QuizAsync([.. Enumerable.Repeat(seconds, questions)]);
        await JoinAllAsync();
        await world.StartAsync(quiz);
        for (var question = 1; question <= questions; question++)
        {
            await AskAsync(question);
        }

        world.Pass(0.5);
        var ends = await Task.WhenAll(contestants.Select(contestant => contestant.EndAsync()));
        Assert.All(ends, end => Assert.Equal((1000, "Contest ended"), end));

        Assert.Single(contestants.Select(Shared).Distinct());
        Assert.Equal(
            Enumerable.Range(1, questions).SelectMany(number => (string[])[
                .. number == 1 ? ["contest_start"] : Array.Empty<string>(), "question_broadcast",
                .. Enumerable.Range(0, seconds + 1).Select(second => $"timer_update {seconds - second}"), "question_change"]),
            contestants[0].All.Where(IsShared).Select(TakingPart.Describe));
        Parallel.ForEach(Enumerable.Range(0, people), CheckOwn);
    }

    private async Task JoinAllAsync()
    {
        foreach (var chunk in Enumerable.Range(0, people).Chunk(100))
        {
            var joined = await Task.WhenAll(chunk.Select(async number =>
                await world.JoinAsync(quiz, await world.RegisteredAsync(quiz, NameOf(number)), number % 2)));
            contestants.AddRange(joined);
        }

        oracle.Begin(Enumerable.Range(0, people).Select(NameOf));
    }

    /// <summary>Half of them answer after two seconds, all but one of the others after four; each other pair is wrong.</summary>
    private async Task AskAsync(int question)
    {
        for (var second = 0; second < seconds; second++)
        {
            await HearAsync($"\"timeRemaining\":{seconds - second},", question);
            if (second is 2 or 4)
            {
                await SubmitAsync(question, Enumerable.Range(0, people - 1).Where(number => number % 2 == second / 4), second);
            }

            oracle.Settle(world.Now);
            await PassAsync(1);
        }

        await AllAsync(contestant => contestant.All.Count(message => message.Name == "question_change") == question);
        if (question < questions)
        {
            await PassAsync(5);
        }
    }

    /// <summary>Lets time pass, but by no second before everybody was told of the leaderboard of the last.</summary>
    private async Task PassAsync(int count)
    {
        for (var second = 0; second < count; second++)
        {
            await world.ToldAsync(quiz);
            await world.PassAsync(quiz, 1);
        }
    }

    private async Task SubmitAsync(int question, IEnumerable<int> who, int second)
    {
        var answers = who.Select(number => (Number: number, IsRight: (number / 2 + question) % 2 == 0)).ToList();
        oracle.Answer(world.Now, answers.Select(answer => (NameOf(answer.Number), answer.IsRight, second * 1_000L)));
        await Task.WhenAll(answers.Select(answer => contestants[answer.Number].SubmitAsync($"{quiz}.q{question}", answer.IsRight ? "a" : "b")));
        await Task.WhenAll(answers.Select(answer => contestants[answer.Number].ReachAsync(
            one => one.All.Count(message => message.Name == "submission_result") == question)));
    }

    private Task HearAsync(string tick, int question) => AllAsync(contestant =>
        contestant.All.LastOrDefault(message => message.Name == "timer_update")?.Text is { } text
        && text.Contains(tick, StringComparison.Ordinal) && text.Contains($".q{question}\"", StringComparison.Ordinal));

    private Task AllAsync(Func<Contestant, bool> enough) => Task.WhenAll(contestants.Select(contestant => contestant.ReachAsync(enough)));

    private void CheckOwn(int number)
    {
        var heard = contestants[number].All;
        CheckResults(number, [.. heard.Where(message => message.Name == "submission_result").Select(message => message.Json()["data"]!.AsObject())]);
        var leaderboards = heard.Where(message => message.Name == "leaderboard_update").Select(message => message.Json()).ToList();
        leaderboards.ForEach(leaderboard => oracle.Check(leaderboard, NameOf(number)));
        CheckPace(leaderboards);

        var end = Assert.Single(heard, message => message.Name == "contest_end").Json()["data"]!;
        Assert.Equal("contest_end", heard[^1].Name);
        Assert.Equal(oracle.Final.Take(100).Select(row => row.User), end["finalLeaderboard"]!.AsArray().Select(row => (string)row!["userId"]!));
        Assert.Equal(
            (oracle.RankOf(NameOf(number)), oracle.ScoreOf(NameOf(number)), people),
            ((int)end["userFinalRank"]!["rank"]!, (int)end["userFinalRank"]!["score"]!, (int)end["totalParticipants"]!));
    }

    /// <summary>One for each answer of one's own, in order, and no other.</summary>
    private static void CheckResults(int number, List<JsonObject> results)
    {
        Assert.Equal(number == people - 1 ? 0 : questions, results.Count);
        var score = 0;
        foreach (var (index, result) in results.Index())
        {
            var isRight = (number / 2 + index + 1) % 2 == 0;
            score += isRight ? 10 : 0;
            Assert.Equal((isRight, score, number % 2 == 0 ? 2 : 4), ((bool)result["isCorrect"]!, (int)result["currentScore"]!, (int)(double)result["timeTaken"]!));
        }
    }

    /// <summary>Five seconds lie between two, unless the first three are others.</summary>
    private static void CheckPace(List<JsonObject> leaderboards)
    {
        foreach (var (one, next) in leaderboards.Zip(leaderboards.Skip(1)))
        {
            var apart = DateTimeOffset.Parse((string)next["timestamp"]!) - DateTimeOffset.Parse((string)one["timestamp"]!);
            Assert.True(apart >= ShownLeaderboard.Every || Podium(one) != Podium(next), $"{apart} between {one} and {next}");
        }

        static string Podium(JsonObject leaderboard) => string.Join(' ', leaderboard["data"]!["topN"]!.AsArray().Take(3).Select(row => (string)row!["userId"]!));
    }

    private static bool IsShared(Heard message) => message.Name is "contest_start" or "question_broadcast" or "timer_update" or "question_change";

    /// <summary>What all are told alike, byte by byte.</summary>
    private static string Shared(Contestant contestant) => string.Join('\n', contestant.All.Where(IsShared).Select(message => message.Text));

    private static string NameOf(int number) => $"u{number:0000}";
}
