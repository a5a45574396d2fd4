using OrleansContest.Quizzes;
using static OrleansContest.Tests.Quizzes.QuizScenario;

namespace OrleansContest.Tests.Quizzes;

public sealed class RunningAQuiz
{
    [Fact]
    public void Goes_by_itself_from_its_start_to_its_end()
    {
        var run = Joined("ann").Pass(120).Told("contest_start", "question_broadcast", "question_change", "contest_end")
            .Select(message => ((message.At - Noon).TotalSeconds, message.Type));

        Assert.Equal(
            [
                (60, "contest_start"), (60, "question_broadcast"), (70, "question_change"),
                (75, "question_broadcast"), (85, "question_change"), (85.5, "contest_end"),
            ],
            run);
    }

    [Fact]
    public void Ticks_once_a_second_and_last_with_0()
    {
        var ticks = Started("ann").Pass(12).Told("timer_update").ToList();

        Assert.Equal(Enumerable.Range(0, 11), ticks.Select(tick => (int)(tick.At - Noon).TotalSeconds));
        Assert.Equal(Enumerable.Range(0, 11).Select(second => Tick(10 - second)), ticks.Select(tick => tick.Data));

        static string Tick(int left) => $$"""{"questionId":"friday.q1","timeRemaining":{{left}},"totalTime":10}""";
    }

    [Fact]
    public void Tells_what_the_contract_says()
    {
        var told = Started("ann").Pass(60).Told().Select(message => message.Data).ToList();

        Assert.Contains(
            """{"contestId":"friday","title":"Friday","startTime":"2026-01-24T12:00:00.000Z","totalQuestions":2,"estimatedDuration":25}""", told);
        Assert.Contains(
            """
            {"questionId":"friday.q1","contestQuestionId":"friday.q1","type":"MCQ","title":"one","description":"**one**",
            "mcqOptions":[{"id":"a","text":"right"},{"id":"b","text":"wrong"}],
            "timeLimit":10,"points":10,"questionNumber":1,"totalQuestions":2,"startedAt":"2026-01-24T12:00:00.000Z"}
            """.ReplaceLineEndings(""),
            told);
        Assert.Contains(
            """{"previousQuestionId":"friday.q1","nextQuestionId":"friday.q2","timeUntilNext":5,"message":"Next question in 5 seconds..."}""", told);
        Assert.Contains("""{"previousQuestionId":"friday.q2","nextQuestionId":null,"timeUntilNext":0,"message":"Contest ending..."}""", told);
        Assert.Contains(
            """
            {"contestId":"friday","title":"Friday","endTime":"2026-01-24T12:00:25.500Z","finalLeaderboard":
            [{"rank":1,"userId":"ann","userName":"ANN","score":0,"questionsAnswered":0}],"totalParticipants":1}
            """.ReplaceLineEndings(""),
            told);
    }

    /// <summary>At every moment of a run, in everything that left: updates, moments, full states.</summary>
    [Fact]
    public void Lets_nothing_of_a_coming_question_out_and_no_correct_option()
    {
        var secret = new QuestionDraft(QuestionType.MultipleChoice, "SECRET-TITLE", "SECRET-TEXT", [new("x1", "SECRET-A"), new("x2", "SECRET-B")], "x2", 10, 10);
        var scenario = Given(new CreateQuiz(Draft(Question("one"), secret), Noon), Join("ann"), new StartQuiz(Noon));
        for (var step = 0; step < 60; step++)
        {
            var isAsked = scenario.Quiz.Phase is Phase.Asking { Index: 1 } or Phase.Pausing { Index: 1 } or Phase.Over;
            var everything = scenario.Full().ToJsonString() + string.Concat(scenario.Told().Select(message => message.Data));
            Assert.Equal(isAsked, everything.Contains("SECRET", StringComparison.Ordinal));
            Assert.DoesNotContain("correct", everything, StringComparison.OrdinalIgnoreCase);
            scenario.Pass(0.5);
        }
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(9.5, 1)]
    public void Resumes_with_the_true_remaining_time_after_an_outage(double seconds, int left)
    {
        var scenario = Started("ann").Pass(0).Outage(seconds).Pass(0);

        Assert.Equal(left, (int)Math.Ceiling((Assert.IsType<Phase.Asking>(scenario.Quiz.Phase).EndsAt - scenario.Now).TotalSeconds));
    }

    [Fact]
    public void Skips_and_repeats_nothing_however_long_an_outage_is()
    {
        var scenario = Started("ann").Pass(4).Outage(300).Pass(60);

        Assert.Equal(
            [0, 300 + 4 + 5], scenario.Events.OfType<QuestionAsked>().Select(asked => (int)(asked.At - Noon).TotalSeconds));
        Assert.Equal([0, 1], scenario.Events.OfType<QuestionEnded>().Select(ended => ended.Index));
        Assert.Single(scenario.Events.OfType<QuizEnded>());
    }

    [Fact]
    public void Starts_when_an_administrator_says_so_and_only_once()
    {
        var scenario = Started("ann").Pass(120);

        Assert.Single(scenario.Events.OfType<QuizStarted>());
        Assert.Equal(QuizRefusals.AlreadyStarted, scenario.When(new StartQuiz(scenario.Now)).Refusal);
        Assert.Empty(Started("ann").When(new StartQuiz(Noon)).Events);
    }

    [Fact]
    public void Ends_a_question_early_when_everybody_who_is_connected_has_answered()
    {
        var scenario = Joined("ann", "bob", "cleo");
        scenario.When(Attend("gateway-1", "ann"));
        scenario.When(Attend("gateway-2", "bob", "stranger"));
        scenario.Pass(62);
        scenario.Result("ann");
        scenario.Pass(1);
        Assert.IsType<Phase.Asking>(scenario.Quiz.Phase);

        // What gateways said at noon is forgotten by now; they say it every few seconds.
        scenario.When(Attend("gateway-1", scenario.Now, "ann"));
        scenario.When(Attend("gateway-2", scenario.Now, "bob", "stranger"));
        scenario.Result("bob");
        scenario.Pass(0);

        Assert.Equal(new QuestionEnded(0, scenario.Now), scenario.Events[^1]);
        Assert.Equal(0, (int?)System.Text.Json.Nodes.JsonNode.Parse(scenario.Told("timer_update").Last().Data)!["timeRemaining"]);
    }

    [Fact]
    public void Ends_no_question_early_before_all_gateways_may_have_spoken()
    {
        var scenario = Started("ann", "bob");
        scenario.When(Attend("gateway-1", "ann"));
        scenario.Result("ann");

        Assert.IsType<Phase.Asking>(scenario.Pass(9).Quiz.Phase);
    }

    [Fact]
    public void Tells_the_last_tick_before_what_follows_it()
    {
        var last = Started("ann").Pass(12).Told().Where(message => message.At == Noon.AddSeconds(10)).Select(message => message.Type);

        Assert.Equal(["timer_update", "question_change"], last);
    }

    [Fact]
    public void Says_of_every_update_when_it_was()
    {
        var scenario = Started("ann");

        Assert.All(
            scenario.Events.SelectMany(@event => Model.Updates(scenario.Quiz, @event)),
            update => Assert.Equal("\"timestamp\":\"2026-01-24T12:00:00.000Z\"", System.Text.Encoding.UTF8.GetString(update.Beside.Span)));
    }

    [Fact]
    public void Is_gone_when_deleted()
    {
        var scenario = Started("ann");
        scenario.When(new DeleteQuiz(Noon));
        Assert.Equal("deleted", scenario.Told().Last().Type);

        Assert.Equal(QuizRefusals.ContestNotFound, scenario.Submit("ann").Refusal);
        Assert.Null(Model.NextWake(scenario.Quiz, Noon));
        Assert.Equal(QuizRefusals.ContestExists, scenario.When(new CreateQuiz(Draft(), Noon)).Refusal);
    }
}
