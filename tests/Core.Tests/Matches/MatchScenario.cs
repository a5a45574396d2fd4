using System.Globalization;
using System.Text;
using OrleansContest.Channels;
using OrleansContest.Matches;
using OrleansContest.Tests.Channels;

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
        (Ledger, var decision, var updates) = Model.Take(Ledger, command);
        return new Happening(this, decision, updates);
    }

    public string Full() => Shown(Ledger);

    public static string Shown(MatchLedger ledger) => Encoding.UTF8.GetString(Model.Full(ledger, Noon).Span);

    public static H3Cell Cell(string text) => H3Cell.TryParse(text, out var cell) ? cell : throw new ArgumentException("It is no cell.", nameof(text));
}
