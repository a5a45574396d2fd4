using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Quizzes;

namespace OrleansContest.Tests.Quizzes;

/// <summary>A quiz on a clock of the test's, and everything that left it.</summary>
internal sealed class QuizScenario
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 24, 12, 0, 0, TimeSpan.Zero);

    public static readonly QuizModel Model = new();

    public static readonly ChannelId Channel = new("quiz", "friday");

    private readonly List<(DateTimeOffset At, string Type, string Data)> told = [];
    private IReadOnlyList<Moment> moments = [];

    private QuizScenario() => Quiz = Model.Initial(Channel);

    public Quiz Quiz { get; private set; }

    public DateTimeOffset Now { get; private set; } = Noon;

    /// <summary>Every event there was, in order.</summary>
    public List<QuizEvent> Events { get; } = [];

    /// <summary>What everybody was told, of these types; of all when none is named.</summary>
    public IEnumerable<(DateTimeOffset At, string Type, string Data)> Told(params string[] types) =>
        told.Where(message => types.Length == 0 || types.Contains(message.Type));

    public static QuizScenario Given(params QuizCommand[] past)
    {
        var scenario = new QuizScenario();
        foreach (var command in past)
        {
            Assert.Null(scenario.When(command).Refusal);
        }

        return scenario;
    }

    /// <summary>A quiz of two questions of 10 s that starts at noon and a minute, with these participants.</summary>
    public static QuizScenario Joined(params string[] users) =>
        Given([new CreateQuiz(Draft(), Noon), .. users.Select(user => (QuizCommand)Join(user))]);

    public static QuizScenario Started(params string[] users)
    {
        var scenario = Joined(users);
        scenario.When(new StartQuiz(Noon));
        return scenario;
    }

    public static QuizDraft Draft(params QuestionDraft[] questions) => new(
        "Friday", "After work", Noon.AddMinutes(1), Noon.AddHours(1), questions.Length > 0 ? questions : [Question("one"), Question("two")]);

    public static QuestionDraft Question(string title, int seconds = 10, int points = 10) =>
        new(QuestionType.MultipleChoice, title, $"**{title}**", [new("a", "right"), new("b", "wrong")], "a", points, seconds);

    public static JoinQuiz Join(string user) => new(new Participant(user, user.ToUpperInvariant()), Noon);

    /// <summary>All who are connected to a gateway, each by a connection named after them.</summary>
    public static Attend Attend(string gateway, params string[] users) => Attend(gateway, Noon, users);

    public static Attend Attend(string gateway, DateTimeOffset at, params string[] users) =>
        new(gateway, [.. users.Select(user => new Attendee(user, $"{gateway}-{user}"))], AreAll: true, at);

    public Decision<QuizEvent> Submit(string user, string option = "a", int question = 1) =>
        When(new SubmitAnswer($"{user}-{question}", user, $"friday.q{question}", option, Now));

    public SubmissionResult Result(string user, string option = "a", int question = 1)
    {
        var decision = Submit(user, option, question);
        Assert.Null(decision.Refusal);
        return Assert.IsType<SubmissionResult>(decision.Answer);
    }

    public Decision<QuizEvent> When(QuizCommand command)
    {
        var decision = Model.Decide(Quiz, command);
        Apply(decision);
        return decision;
    }

    /// <summary>Lets time pass, and whatever comes due happen when it does.</summary>
    public QuizScenario Pass(double seconds)
    {
        var until = Now.AddSeconds(seconds);
        while (Model.NextWake(Quiz, Now) is { } next && next <= until)
        {
            Now = next > Now ? next : Now;
            Apply(Model.Wake(Quiz, Now));
        }

        Now = until;
        return this;
    }

    /// <summary>Nothing runs for a while; then it goes on from what was recorded.</summary>
    public QuizScenario Outage(double seconds)
    {
        Now = Now.AddSeconds(seconds);
        Quiz = QuizWriting.Replayed(Events);
        return this;
    }

    public JsonNode Full() => JsonNode.Parse(Model.Full(Quiz, Now).Span)!;

    private void Apply(Decision<QuizEvent> decision)
    {
        foreach (var @event in decision.Events)
        {
            Quiz = Model.Evolve(Quiz, @event);
            if (!decision.IsPassing)
            {
                Events.Add(@event);
                told.AddRange(Model.Updates(Quiz, @event).Select(update => (Now, update.Type, Text(update.Data))));
            }
        }

        var present = Model.Moments(Quiz, Now);
        told.AddRange(present.Where(moment => !moment.SaysSameAs(moments.FirstOrDefault(known => known.Name == moment.Name))).Select(moment => (Now, moment.Type, Text(moment.Data))));
        moments = present;
    }

    private static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
