using OrleansContest.Channels;
using OrleansContest.Quizzes;
using static OrleansContest.Tests.Quizzes.QuizScenario;

namespace OrleansContest.Tests.Quizzes;

public sealed class AnsweringAQuestion
{
    [Fact]
    public void Earns_the_points_of_a_right_answer()
    {
        var scenario = Started("ann", "bob");
        scenario.Result("bob", option: "b");
        var result = scenario.Pass(2).Result("ann");

        Assert.Equal((true, 10, 2_000L), (result.Submission.IsCorrect, result.Submission.PointsEarned, result.Submission.TimeTaken));
        Assert.Equal((10, 1), (result.Score, result.Rank));
    }

    [Fact]
    public void Earns_nothing_for_a_wrong_one_or_none()
    {
        var scenario = Started("ann", "bob");

        Assert.Equal((0, 2), (scenario.Pass(1).Result("ann", option: "b").Score, scenario.Result("bob", option: null!).Rank));
    }

    [Fact]
    public void Counts_once()
    {
        var scenario = Started("ann");
        var first = scenario.Result("ann", option: "b").Submission;

        scenario.Submit("ann").Refused(QuizRefusals.AlreadySubmitted(first));
        Assert.Equal(["friday.q1", "ann-1"], QuizRefusals.AlreadySubmitted(first).Details!);
    }

    [Fact]
    public void Is_told_as_submitted_already_even_when_the_time_is_over()
    {
        var scenario = Started("ann");
        var first = scenario.Result("ann").Submission;

        scenario.Pass(60).Submit("ann").Refused(QuizRefusals.AlreadySubmitted(first));
    }

    [Theory]
    [InlineData(10.4, true)]
    [InlineData(10.5, true)]
    [InlineData(10.6, false)]
    [InlineData(16, false)]
    public void May_be_late_by_half_a_second(double seconds, bool counts)
    {
        var refusal = Started("ann").Pass(seconds).Submit("ann").Refusal;

        Assert.Equal(counts ? null : QuizRefusals.TimeExpired, refusal);
    }

    [Fact]
    public void May_be_late_for_the_last_question_too()
    {
        var scenario = Started("ann").Pass(25.3);
        scenario.Result("ann", question: 2);

        Assert.Equal(10, scenario.Pass(1).Quiz.Ranking.Find("ann")!.Score);
        Assert.Equal(QuizStatus.Completed, scenario.Quiz.Status);
    }

    [Fact]
    public void Is_refused_for_every_reason_the_contract_has()
    {
        Joined("ann").Submit("ann").Refused(QuizRefusals.ContestNotActive);
        Started("ann").Submit("bob").Refused(QuizRefusals.NotParticipant);
        Started("ann").Submit("ann", question: 2).Refused(QuizRefusals.InvalidQuestion);
        Started("ann").Submit("ann", question: 9).Refused(QuizRefusals.InvalidQuestion);
        Started("ann").Submit("ann", option: "c").Refused(QuizRefusals.InvalidOption);
        Started("ann").Pass(60).Submit("ann").Refused(QuizRefusals.ContestNotActive);
        Given().Submit("ann").Refused(QuizRefusals.ContestNotFound);
    }

    [Fact]
    public void Is_only_for_those_who_joined_before_the_end()
    {
        var scenario = Started("ann");

        Assert.True(Assert.IsType<Joined>(scenario.When(Join("bob")).Answer).IsNew);
        Assert.False(Assert.IsType<Joined>(scenario.When(Join("bob")).Answer).IsNew);
        scenario.Pass(60).When(Join("cleo")).Refused(QuizRefusals.NotJoinable);
        Assert.False(Assert.IsType<Joined>(scenario.When(Join("bob")).Answer).IsNew);
    }
}

internal static class Refusing
{
    public static void Refused(this Decision<QuizEvent> decision, Refusal refusal)
    {
        Assert.Equal((refusal.Code, refusal.Message), (decision.Refusal?.Code, decision.Refusal?.Message));
        Assert.Empty(decision.Events);
    }
}
