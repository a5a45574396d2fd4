using OrleansContest.Pileups;
using static OrleansContest.Tests.Pileups.PileupScenario;

namespace OrleansContest.Tests.Pileups;

public sealed class LoggingAContactDirectly
{
    [Fact]
    public void Works_a_caller_who_waited()
    {
        var happening = Active("W1AW", "K1ABC").When(Log("K1ABC"));

        Assert.Equal(new ContactStarted("K1ABC", "queue", true, 14.2715m, "SSB"), happening.Answers<ContactStarted>());
        Assert.Equal(["W1AW"], happening.Shows("current_qso", "queue_update").Waiting);
        Assert.Equal("logger", (string?)happening.Data(0)!["metadata"]!["started_via"]);
    }

    [Fact]
    public void Works_somebody_who_had_not_waited() =>
        Assert.Equal(new ContactStarted("EI6LF", "direct", false, 14.2715m, "SSB"), Active("W1AW").When(Log("EI6LF")).Answers<ContactStarted>());

    [Fact]
    public void Is_refused_where_the_operator_does_not_want_it()
    {
        var scenario = Active();
        scenario.When(new AllowLoggedContacts(false, Noon)).Shows();

        scenario.When(Log("EI6LF")).Refuses(PileupRefusals.LoggedContactsNotAllowed);
        scenario.When(new AllowLoggedContacts(false, Noon)).ChangesNothing();
    }

    [Fact]
    public void Is_refused_for_what_is_no_callsign() => Active().When(Log("NONSENSE")).Refuses(PileupRefusals.InvalidCallsign);
}
