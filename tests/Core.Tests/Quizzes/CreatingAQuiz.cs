using OrleansContest.Quizzes;
using static OrleansContest.Tests.Quizzes.QuizScenario;

namespace OrleansContest.Tests.Quizzes;

public sealed class CreatingAQuiz
{
    [Fact]
    public void Makes_an_upcoming_one() => Assert.Equal(
        new QuizCard("friday", "Friday", "After work", Noon.AddMinutes(1), Noon.AddHours(1), QuizStatus.Upcoming, 2, 0),
        Given().When(new CreateQuiz(Draft(), Noon)).Answer);

    [Fact]
    public void Says_what_is_wrong()
    {
        Refuses(Draft() with { Title = "" }, "title");
        Refuses(Draft() with { EndAt = Draft().StartAt }, "endAt is after");
        Refuses(Draft() with { EndAt = Draft().StartAt.AddHours(25) }, "endAt is at most");
        Refuses(Draft() with { Questions = [] }, "questions are");
        Refuses(Draft(Question("")), "questions[0].title");
        Refuses(Draft(Question("one"), Question("two", seconds: 0)), "questions[1].timeLimit");
        Refuses(Draft(Question("one", points: -1)), "questions[0].points");
        Refuses(Draft(Question("one") with { CorrectOptionId = "c" }), "questions[0].correctOptionId");
        Refuses(Draft(Question("one") with { Options = [new("a", "x")] }), "questions[0].options are 2");
        Refuses(Draft(Question("one") with { Options = [new("a", "x"), new("a", "y")] }), "questions[0].options have different");
        Refuses(Draft(Question("one") with { Type = QuestionType.Sandbox }), "questions[0].options are for MCQ");
    }

    [Fact]
    public void Refuses_an_id_that_is_taken() => Joined().When(new CreateQuiz(Draft(), Noon)).Refused(QuizRefusals.ContestExists);

    private static void Refuses(QuizDraft draft, string reason)
    {
        var refusal = Given().When(new CreateQuiz(draft, Noon)).Refusal;
        Assert.Equal("INVALID_CONTEST", refusal?.Code);
        Assert.StartsWith(reason, Assert.Single(refusal!.Details!), StringComparison.Ordinal);
    }
}
