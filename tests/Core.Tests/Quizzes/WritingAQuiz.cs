using System.Text;
using OrleansContest.Quizzes;
using static OrleansContest.Tests.Quizzes.QuizScenario;

namespace OrleansContest.Tests.Quizzes;

/// <summary>Walks every command: the compiler does not check that the tables are complete.</summary>
public sealed class WritingAQuiz
{
    private static readonly QuizCommand[] commands =
    [
        new CreateQuiz(Draft(), Noon), Join("ann"), new StartQuiz(Noon), new SubmitAnswer("s1", "ann", "friday.q1", "a", Noon),
        Attend("gateway", "ann"), new DeleteQuiz(Noon),
    ];

    [Fact]
    public void Walks_every_command_there_is() => Assert.Equal(
        typeof(QuizCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(QuizCommand))).OrderBy(type => type.Name),
        commands.Select(command => command.GetType()).OrderBy(type => type.Name));

    [Fact]
    public void Accepts_or_refuses_and_never_both()
    {
        QuizScenario[] states = [Given(), Joined("ann"), Started("ann"), Started("ann").Pass(11), Started("ann").Pass(60)];
        foreach (var (state, command) in states.SelectMany(state => commands.Select(command => (state, command))))
        {
            var decision = Model.Decide(state.Quiz, command);
            Assert.NotEqual(decision.Answer is null, decision.Refusal is null);
            Assert.True(decision.Refusal is null || decision.Events.Count == 0);
        }
    }

    [Fact]
    public void Reads_back_what_it_wrote_at_every_moment_of_a_run()
    {
        var scenario = Joined("ann", "bob");
        for (var step = 0; step < 100; step++)
        {
            var shown = QuizWriting.Shown(scenario.Quiz, scenario.Now);
            Assert.Equal(shown, QuizWriting.Shown(QuizWriting.Replayed(scenario.Events), scenario.Now));
            Assert.Equal(shown, QuizWriting.Shown(QuizWriting.Restored(scenario.Quiz), scenario.Now));
            scenario.Pass(0.99);
            scenario.Submit(step % 3 == 0 ? "ann" : "bob", option: step % 2 == 0 ? "a" : "b", question: step < 75 ? 1 : 2);
        }

        Assert.Equal(QuizStatus.Completed, scenario.Quiz.Status);
        Assert.Equal(4, scenario.Quiz.Submissions.Count);
        scenario.When(new DeleteQuiz(scenario.Now));
        Assert.Equal(QuizStatus.Completed, QuizWriting.Restored(scenario.Quiz).Status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""[{"type":"nonsense"}]""")]
    public void Says_what_is_not_a_quizs(string record) => Assert.Throws<FormatException>(() => Model.ReadEvents(Encoding.UTF8.GetBytes(record)));
}
