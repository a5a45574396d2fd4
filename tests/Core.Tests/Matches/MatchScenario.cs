using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Tests.Matches;

/// <summary>A match in which some things have happened, and what happens next.</summary>
internal sealed class MatchScenario
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 24, 12, 0, 0, TimeSpan.Zero);

    public static readonly MatchModel Model = new();

    public static readonly ChannelId Channel = new("match", "final");

    private MatchScenario() => Ledger = Model.Initial(Channel);

    public MatchLedger Ledger { get; private set; }

    public MatchStats Stats => MatchStats.Of(Ledger.Tallies);

    /// <summary>A match in which all of <paramref name="past"/> was accepted.</summary>
    public static MatchScenario Given(params MatchCommand[] past)
    {
        var scenario = new MatchScenario();
        foreach (var command in past)
        {
            scenario.When(command).Accepts();
        }

        return scenario;
    }

    public static MatchScenario Active(int votesPerUser = 1) => Given(Create(votesPerUser), new ActivateMatch(Noon));

    public static CreateMatch Create(int votesPerUser = 1) => new(Draft(votesPerUser), Noon);

    public static MatchDraft Draft(int votesPerUser = 1) =>
        new("Final", new("Reds", "#cc0000"), new("Blues", null), Noon, Noon.AddHours(2), votesPerUser);

    public static Ballot Ballot(string id, int voter = 1, TeamChoice team = TeamChoice.TeamA, string? cell = "8928308280fffff", string? country = "US", int? address = null) =>
        new(id, team, (UInt128)voter, cell is null ? null : ulong.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture), country, (UInt128?)address);

    public static CastBallot Vote(Ballot ballot, TimeSpan after = default) => new(ballot, Noon + after);

    public static CastBallots Bulk(params IReadOnlyList<Ballot> ballots) => new(Caller.Trusted, ballots, Noon);

    public Happening When(MatchCommand command)
    {
        var decision = Model.Decide(Ledger, command);
        var updates = new List<UpdateDraft>();
        foreach (var @event in decision.Events)
        {
            Ledger = Model.Evolve(Ledger, @event);
            updates.AddRange(Model.Updates(Ledger, @event));
        }

        return new Happening(this, decision, updates);
    }

    public string Full() => Shown(Ledger);

    public static string Shown(MatchLedger ledger) => Encoding.UTF8.GetString(Model.Full(ledger, Noon).Span);

    public static H3Cell Cell(string text) => H3Cell.TryParse(text, out var cell) ? cell : throw new ArgumentException("It is no cell.", nameof(text));
}

/// <summary>What a command did to a match.</summary>
internal sealed class Happening(MatchScenario scenario, Decision<MatchEvent> decision, IReadOnlyList<UpdateDraft> updates)
{
    public IReadOnlyList<MatchEvent> Events => decision.Events;

    public IReadOnlyList<UpdateDraft> Updates => updates;

    public bool Accepted => decision.Refusal is null;

    public MatchScenario Accepts()
    {
        Assert.Null(decision.Refusal);
        return scenario;
    }

    public T Answers<T>()
        where T : class
    {
        Accepts();
        return Assert.IsType<T>(decision.Answer);
    }

    public void Is(BallotVerdict verdict, PlaceCount? place = null)
    {
        var outcome = Answers<BallotOutcome>();
        Assert.Equal((verdict, place), (outcome.Verdict, outcome.Place));
    }

    public void Refuses(Refusal refusal)
    {
        Assert.Equal((refusal.Code, refusal.Message), (decision.Refusal?.Code, decision.Refusal?.Message));
        Assert.Empty(decision.Events);
    }

    public void RefusesBecause(string reason)
    {
        Assert.StartsWith(reason, Assert.Single(decision.Refusal!.Details!), StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }

    public MatchScenario ChangesNothing()
    {
        Assert.Empty(decision.Events);
        return Accepts();
    }

    public void Shows(params string[] types) => Assert.Equal(types, updates.Select(update => update.Type));

    public JsonNode Data(int update) => JsonNode.Parse(updates[update].Data.Span)!;
}
