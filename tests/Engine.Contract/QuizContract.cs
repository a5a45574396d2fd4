using System.Text;
using OrleansContest.Channels;
using OrleansContest.Quizzes;
using OrleansContest.Testing;
using static OrleansContest.Tests.Engine.Questions;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises a quiz: that its calls cross whole, that it runs by itself, and that an answer counts once.</summary>
/// <param name="engine">The engine; shared by the tests, each of which uses its own quizzes.</param>
public abstract class QuizContract(IEngineUnderTest engine)
{
    private const int hour = 3_600;

    private readonly string id = Contacts.NewId();

    private IChannels Channels => engine.Channels;

    private IQuiz Quiz => Channels.Get<IQuiz>(id);

    [ContractFact]
    public async Task A_quiz_that_nobody_created_answers_nothing()
    {
        Assert.Null(await Quiz.Card());
        Assert.Null(await Quiz.Current());
        Assert.Null(await Quiz.Leaderboard(0, 10));
        Assert.Null(await Quiz.Answers("u"));
        Assert.Null(await Quiz.CatchUp(null));
        Assert.Equal(QuizRefusals.ContestNotFound, (await Quiz.Join(Ann)).Refusal);
    }

    [ContractFact]
    public async Task Every_call_brings_its_answer_whole()
    {
        var quiz = await Channels.JoinedAsync(id, hour);
        Assert.False((await quiz.Join(Ann)).Value!.IsNew);
        Assert.Equal(QuizStatus.Active, (await quiz.Start()).Value!.Status);
        var asked = (await quiz.Current())!;
        var result = (await quiz.Submit("s1", Ann.UserId, asked.Question.Id, "a")).Value!;

        Assert.Equal((IdOf(id, 1), 1, null), (asked.Question.Id, asked.Number, asked.Question.CorrectOptionId));
        Assert.Equal(["a", "b"], asked.Question.Options.Select(option => option.Id));
        Assert.Equal(("s1", true, 10, 10, 1), (result.Submission.Id, result.Submission.IsCorrect, result.Submission.PointsEarned, result.Score, result.Rank));
        Assert.Equal(QuizRefusals.InvalidOption, (await quiz.Submit("s2", Bob.UserId, asked.Question.Id, "c")).Refusal);
        Assert.Equal(["u-ann", "u-bob"], (await quiz.Leaderboard(0, 10))!.Rows.Select(row => row.UserId));
        var placings = (await quiz.Standings(["u-bob", "nobody"]))!;
        Assert.Equal((QuizStatus.Active, 2, 2), (placings.Status, placings.TotalParticipants, Assert.Single(placings.Rows).Rank));
        Assert.Equal(["u-ann", "u-bob"], placings.Top.Select(row => row.UserId));
        Assert.Equal([result.Submission], await quiz.Answers(Ann.UserId));
    }

    [ContractFact]
    public async Task A_gateway_learns_who_came_again_elsewhere()
    {
        var quiz = await Channels.JoinedAsync(id, hour);
        Assert.Empty((await quiz.Attend("gateway-1", [new(Ann.UserId, "c1"), new(Bob.UserId, "c2")], areAll: true)).Value!.Replaced);
        Assert.Empty((await quiz.Attend("gateway-2", [new(Ann.UserId, "c3")], areAll: false)).Value!.Replaced);

        Assert.Equal(["c1"], (await quiz.Attend("gateway-1", [new(Ann.UserId, "c1"), new(Bob.UserId, "c2")], areAll: true)).Value!.Replaced);
    }

    [ContractFact]
    public async Task An_answer_counts_once_however_often_and_wherever_it_is_given()
    {
        var quiz = await Channels.JoinedAsync(id, hour);
        await quiz.Start();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => Quiz.Submit($"s{n}", Ann.UserId, IdOf(id, 1), "a")));

        var first = Assert.Single(outcomes, outcome => !outcome.IsRefused()).Value!.Submission;
        Assert.All(
            outcomes.Where(outcome => outcome.IsRefused()),
            outcome => Assert.Equal(("ALREADY_SUBMITTED", first.Id), (outcome.Refusal!.Code, outcome.Refusal.Details![1])));
        Assert.Equal((10, 1), ((await quiz.Leaderboard(0, 1))!.Rows[0].Score, (await quiz.Leaderboard(0, 1))!.Rows[0].QuestionsAnswered));
    }

    [ContractFact]
    public async Task It_runs_by_itself_to_its_end()
    {
        var quiz = await Channels.JoinedAsync(id, 1);
        var spectator = new Spectator(quiz);
        await using var following = await Channels.FollowAsync(new ChannelId("quiz", id), spectator, default);
        var before = (await quiz.CatchUp(null))!.At;
        await quiz.Start();
        await spectator.ReachAsync(before.Seq + 5);

        Assert.Equal(["contest_start", "question_broadcast", "timer_update", "question_change", "contest_end"], spectator.Seen.Select(update => update.Type));
        Assert.Equal(QuizStatus.Completed, (await quiz.Card())!.Status);
        Assert.Equal(QuizRefusals.NotJoinable, (await quiz.Join(new("u-late", "Late"))).Refusal);
    }

    [ContractFact]
    public async Task Every_second_is_told()
    {
        var quiz = await Channels.JoinedAsync(id, 3);
        var spectator = new Spectator(quiz);
        await using var following = await Channels.FollowAsync(new ChannelId("quiz", id), spectator, default);
        await quiz.Start();

        await spectator.SeesAsync("\"timeRemaining\":1");
    }

    [ContractFact]
    public async Task The_question_and_the_answers_survive_the_loss_of_memory()
    {
        var quiz = await Channels.JoinedAsync(id, hour, 1);
        await quiz.Start();
        var asked = (await quiz.Current())!;
        var answer = (await quiz.Submit("s1", Ann.UserId, asked.Question.Id, "a")).Value!.Submission;
        await engine.LoseMemoryAsync();

        var after = await Contacts.PersistAsync(() => Quiz.Current());
        Assert.Equal((asked.Question.Id, asked.StartedAt), (after!.Question.Id, after.StartedAt));
        Assert.Equal([answer], await Quiz.Answers(Ann.UserId));
        Assert.Equal("ALREADY_SUBMITTED", (await Quiz.Submit("s2", Ann.UserId, asked.Question.Id, "b")).Refusal!.Code);
    }

    [ContractFact]
    public async Task Nobody_is_shown_a_question_before_its_time_nor_what_is_right()
    {
        var quiz = await Channels.JoinedAsync(id, hour);
        Assert.DoesNotContain("Paris", Shown(await quiz.CatchUp(null)), StringComparison.Ordinal);
        await quiz.Start();

        Assert.Contains("Paris", Shown(await quiz.CatchUp(null)), StringComparison.Ordinal);
        Assert.DoesNotContain("orrect", Shown(await quiz.CatchUp(null)), StringComparison.Ordinal);
    }

    private static string Shown(CatchUp? answer) => Encoding.UTF8.GetString(answer!.Full!.Data.Span);
}
