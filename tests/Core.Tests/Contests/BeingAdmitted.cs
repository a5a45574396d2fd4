using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class BeingAdmitted
{
    private static readonly string keyHash = new('a', 64);
    private static readonly string tokenHash = new('b', 64);
    private static readonly Caller token = Caller.WithToken(tokenHash);

    private static readonly ContestCommand[] withSession =
    [
        Contest(open: false), new AddKey(keyHash, Noon), Session(Caller.WithKey(keyHash), Noon),
    ];

    [Fact]
    public void Is_always_so_for_the_trusted() =>
        Assert.Equal(new Grant(null), Given(Contest(open: false)).When(new Admit(Caller.Trusted, Noon)).Answers<Grant>());

    [Fact]
    public void Is_so_with_a_key_of_the_contest() =>
        Assert.Equal(new Grant(null), Given(withSession).When(new Admit(Caller.WithKey(keyHash), Noon)).Answers<Grant>());

    [Fact]
    public void Is_so_for_the_station_of_a_session() =>
        Assert.Equal(new Grant("W1AW"), Given(withSession).When(new Admit(token, Noon)).Answers<Grant>());

    [Fact]
    public void Is_so_for_anybody_on_an_open_contest() =>
        Assert.Equal(new Grant(null), Given(Contest(open: true)).When(new Admit(Caller.Anonymous, Noon)).Answers<Grant>());

    [Fact]
    public void Is_not_so_for_anybody_elsewhere() =>
        Given(Contest(open: false)).When(new Admit(Caller.Anonymous, Noon)).Refuses(ContestRefusals.Unauthorized);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_not_so_with_a_wrong_key_or_token(bool open)
    {
        Given(Contest(open: open)).When(new Admit(Caller.WithKey(keyHash), Noon)).Refuses(ContestRefusals.Unauthorized);
        Given(Contest(open: open)).When(new Admit(Caller.WithToken(tokenHash), Noon)).Refuses(ContestRefusals.Unauthorized);
        Given(Contest(open: open)).When(new Admit(new Caller(CallerKind.Key, null), Noon)).Refuses(ContestRefusals.Unauthorized);
        Given(Contest(open: open)).When(new Admit(new Caller(CallerKind.Token, null), Noon)).Refuses(ContestRefusals.Unauthorized);
    }

    [Fact]
    public void Is_needed_for_everything_that_changes_the_log()
    {
        var nobody = Caller.Anonymous;
        ContestCommand[] commands =
        [
            Session(nobody, Noon),
            Qso(),
            Edit(1, new(), "notes"),
            Delete(1),
            Merge(1, 2),
            new KeepHeaders(nobody, new("W1AW", []), Noon),
        ];

        Assert.All(commands, command => Given(Contest(open: false)).When(command).Refuses(ContestRefusals.Unauthorized));
    }

    [Fact]
    public void By_a_session_ends_20_minutes_after_its_last_use()
    {
        Given(withSession).When(new Admit(token, Noon.AddMinutes(20).AddMilliseconds(-1))).Accepts();
        Given(withSession).When(new Admit(token, Noon.AddMinutes(20))).Refuses(ContestRefusals.Unauthorized);
        Given([.. withSession, new Admit(token, Noon.AddMinutes(19)), new Admit(token, Noon.AddMinutes(38))])
            .When(new Admit(token, Noon.AddMinutes(58))).Refuses(ContestRefusals.Unauthorized);
    }

    [Fact]
    public void Records_the_use_of_a_session_only_after_more_than_five_minutes()
    {
        Assert.Empty(Given(withSession).When(new Admit(token, Noon.AddMinutes(5))).Events);
        Assert.Equal(
            [new SessionExtended(tokenHash, Noon.AddMinutes(25).AddMilliseconds(1))],
            Given(withSession).When(new Admit(token, Noon.AddMinutes(5).AddMilliseconds(1))).Events);
    }

    [Fact]
    public void Shows_spectators_nothing()
    {
        Given(Contest()).When(new AddKey(keyHash, Noon)).Shows();
        Given(Contest()).When(Session(Caller.Anonymous, Noon)).Shows();
        Given(withSession).When(new Admit(token, Noon.AddMinutes(10))).Shows();
    }

    [Fact]
    public void Records_the_use_together_with_what_was_done()
    {
        var happening = Given(withSession).When(new LogQso(token, Qso().Draft, Noon.AddMinutes(10)));

        Assert.Equal([typeof(SessionExtended), typeof(QsoLogged)], happening.Events.Select(@event => @event.GetType()));
    }

    [Fact]
    public void By_a_session_is_for_its_own_station_only()
    {
        var others = Qso(station: "K2XYZ", caller: Caller.Trusted);
        var scenario = Given([.. withSession, others, Qso(station: "w1aw", caller: token)]);

        scenario.When(Qso(station: "K2XYZ", time: "12:30", caller: token)).Refuses(ContestRefusals.SessionMismatch);
        scenario.When(new EditQso(token, "fd.1", new(["notes"], new()), Noon)).Refuses(ContestRefusals.SessionMismatch);
        scenario.When(new EditQso(token, "fd.2", new(["stationId"], new() { StationId = "K2XYZ" }), Noon))
            .Refuses(ContestRefusals.SessionMismatch);
        scenario.When(new DeleteQso(token, "fd.1", Noon)).Refuses(ContestRefusals.SessionMismatch);
        scenario.When(new MergeQsos(token, "fd.2", ["fd.1"], null, Noon)).Refuses(ContestRefusals.SessionMismatch);
        scenario.When(new KeepHeaders(token, new("K2XYZ", []), Noon)).Refuses(ContestRefusals.SessionMismatch);
        scenario.When(new OpenSession(token, new("s2", keyHash, "K2XYZ", "K2XYZ"), Noon)).Refuses(ContestRefusals.SessionMismatch);
    }

    [Fact]
    public void Is_asked_for_before_the_contact_is_looked_at() =>
        Given(Contest(open: false)).When(Qso(new QsoDraft())).Refuses(ContestRefusals.Unauthorized);

    [Fact]
    public void Opens_a_session_for_20_minutes() =>
        Assert.Equal(
            new Session("s1", "W1AW", "K1XYZ", Noon.AddMinutes(20)),
            Given(Contest()).When(Session(Caller.Anonymous, Noon)).Answers<Session>());

    [Fact]
    public void Opens_the_same_session_once() =>
        Given(Contest(), Session(Caller.Anonymous, Noon)).When(Session(Caller.Anonymous, Noon)).ChangesNothing();

    [Theory]
    [InlineData("nobody", "W1AW", "callsign \"nobody\" is not a callsign.")]
    [InlineData("K1XYZ", " ", "stationId has 1 to 32 characters")]
    [InlineData("K1XYZ", "a|b", "stationId has 1 to 32 characters")]
    public void Opens_no_session_for_nobody(string callsign, string station, string reason) =>
        Given(Contest()).When(new OpenSession(Caller.Anonymous, new("s1", tokenHash, callsign, station), Noon))
            .RefusesBecause("InvalidSession", reason);

    [Fact]
    public void Forgets_sessions_that_are_over()
    {
        var later = new OpenSession(Caller.Anonymous, new("s2", keyHash, "K1XYZ", "W1AW"), Noon.AddMinutes(20));

        var scenario = Given(Contest(), Session(Caller.Anonymous, Noon), later);

        Assert.Equal(["s2"], scenario.Log.Access.Sessions.Select(session => session.Value.SessionId));
    }

    [Fact]
    public void Opens_at_most_ten_thousand_sessions_at_a_time()
    {
        var scenario = Given(Contest());
        for (var i = 0; i < 10_000; i++)
        {
            scenario.When(Session(Caller.Anonymous, Noon, $"{i:x64}")).Accepts();
        }

        Assert.Equal("LimitReached", scenario.When(Session(Caller.Anonymous, Noon, tokenHash)).Decision.Refusal?.Code);
        scenario.When(Session(Caller.Anonymous, Noon.AddMinutes(20), tokenHash)).Accepts();
    }

    [Fact]
    public void Takes_at_most_a_hundred_keys()
    {
        var scenario = Given([Contest(), .. Enumerable.Range(0, 100).Select(i => new AddKey($"{i:x64}", Noon))]);

        scenario.When(new AddKey($"{99:x64}", Noon)).ChangesNothing();
        Assert.Equal("LimitReached", scenario.When(new AddKey($"{100:x64}", Noon)).Decision.Refusal?.Code);
    }

    private static OpenSession Session(Caller caller, DateTimeOffset at, string? hash = null) =>
        new(caller, new SessionDraft("s1", hash ?? tokenHash, "k1xyz", " W1AW "), at);
}
