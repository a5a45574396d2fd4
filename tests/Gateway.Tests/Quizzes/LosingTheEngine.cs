namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class LosingTheEngine(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Fact]
    public async Task In_the_middle_of_a_question_goes_on_with_the_true_remaining_time()
    {
        var quiz = await world.QuizAsync(30, 5);
        var (ann, bob) = (await world.NewcomerAsync(quiz), await world.NewcomerAsync(quiz, gateway: 1));
        await world.StartAsync(quiz);
        await ann.HearsAsync("timer_update");
        await world.PassAsync(quiz, 4);
        await ann.SubmitAsync($"{quiz}.q1", "a");
        await ann.HearsAsync("submission_result");
        await world.RestartEngineAsync(outage: 6);
        await world.PassUntilAsync(() => ann.All.Any(message => TakingPart.Describe(message) == "timer_update 18"));
        await ann.SubmitAsync($"{quiz}.q1", "b");
        Assert.Equal("ALREADY_SUBMITTED", (await ann.RefusedAsync()).Code);
        await bob.SubmitAsync($"{quiz}.q1", "a");
        Assert.Equal((10, 2), await ScoreAsync(bob));
        await world.PassUntilAsync(() => ann.Closed is not null && bob.Closed is not null);

        foreach (var person in new[] { ann, bob })
        {
            Assert.Equal((1000, "Contest ended"), await person.EndAsync());
            Assert.Equal(
                ["contest_start", $"{quiz}.q1", "question_change", $"{quiz}.q2", "question_change", "contest_end"],
                person.All.Where(message => message.Name is not ("timer_update" or "leaderboard_update" or "submission_result" or "error")).Select(Describe));
            Assert.Equal([1, 1], person.All[^1].Json()["data"]!["finalLeaderboard"]!.AsArray().Select(row => (int)row!["questionsAnswered"]!));
        }

        var ticks = ann.All.Select(TakingPart.Describe).Where(message => message.StartsWith("timer_update ", StringComparison.Ordinal))
            .Select(message => int.Parse(message["timer_update ".Length..], System.Globalization.CultureInfo.InvariantCulture)).TakeWhile(left => left > 0).ToList();
        Assert.Equal(ticks.OrderDescending().Distinct(), ticks);
    }

    [Fact]
    public async Task For_longer_than_a_question_lasts_skips_and_repeats_none()
    {
        var quiz = await world.QuizAsync(5, 5);
        var ann = await world.NewcomerAsync(quiz);
        await world.StartAsync(quiz);
        await ann.HearsAsync("timer_update");
        await world.RestartEngineAsync(outage: 55);
        await ann.SayAsync("ping");
        await world.PassUntilAsync(() => ann.Closed is not null);

        Assert.Equal((1000, "Contest ended"), await ann.EndAsync());
        Assert.Equal([$"{quiz}.q1", $"{quiz}.q2"], ann.All.Where(message => message.Name == "question_broadcast").Select(Describe));
    }

    private static string Describe(Heard message) =>
        message.Name == "question_broadcast" ? (string)message.Json()["data"]!["questionId"]! : message.Name;

    private static async Task<(int Score, int Rank)> ScoreAsync(Contestant contestant)
    {
        var result = (await contestant.HearsAsync("submission_result"))["data"]!;
        return ((int)result["currentScore"]!, (int)result["currentRank"]!);
    }
}
