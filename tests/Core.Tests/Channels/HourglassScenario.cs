using System.Text;
using OrleansContest.Channels;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Channels;

/// <summary>An hourglass with its runner, and the time, in the test's hand.</summary>
internal sealed class HourglassScenario : ChannelScenario<Hourglass.Glass, Hourglass.Command, Hourglass.Fact>
{
    public HourglassScenario(HeldJournal? journal = null)
        : this(new Hourglass(), new ManualClock(), journal)
    {
    }

    private HourglassScenario(Hourglass model, ManualClock clock, HeldJournal? journal)
        : base(model, journal, clock: clock) => (Model, Clock) = (model, clock);

    public Hourglass Model { get; }

    public ManualClock Clock { get; }

    public Task Turn() => Runner.AskAsync<Hourglass.Answer>(new Hourglass.Turn(Clock.GetUtcNow()));

    public Task Look(string name) => Runner.AskAsync<Hourglass.Answer>(new Hourglass.Look(name, Clock.GetUtcNow()));

    /// <summary>Turned once, and what was told of that out of the way.</summary>
    public async Task<HourglassScenario> TurnedAsync()
    {
        await Turn();
        await NextAsync();
        return this;
    }

    /// <summary>Who a batch says has looked; null when it tells nothing of that.</summary>
    public static string? Lookers(Moments? moments) => moments is null ? null : Encoding.UTF8.GetString(moments.Values.Single().Data.Span);
}
