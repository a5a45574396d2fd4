using OrleansContest.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Tests.Engine;

/// <summary>Matches and votes for the suite.</summary>
public static class Polls
{
    /// <summary>A cell of resolution 9 in San Francisco.</summary>
    public const ulong Cell = 0x8928308280fffff;

    public static string KeyHash { get; } = new('f', 64);

    public static Caller Key { get; } = Caller.WithKey(KeyHash);

    public static MatchDraft Draft { get; } = new(
        "Final", new("Reds", "#cc0000"), new("Blues", null), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(2), MaxVotesPerUser: 2);

    /// <summary>The n-th vote of a series: a voter of its own, in one of seven cells, or of a country only.</summary>
    public static Ballot Ballot(string series, int n) => new(
        $"{series}-{n}",
        n % 3 == 0 ? TeamChoice.TeamB : TeamChoice.TeamA,
        (UInt128)(uint)(series + n).GetHashCode(StringComparison.Ordinal),
        n % 8 == 7 ? null : Cell & ~(7UL << 18) | ((ulong)(n % 8) << 18),
        "US");

    public static Ballot[] Range(string series, int first, int count) => [.. Enumerable.Range(first, count).Select(n => Ballot(series, n))];

    /// <summary>Creates a match that takes votes, with a key.</summary>
    public static async Task<IMatch> ActiveAsync(this IChannels channels, string id)
    {
        var match = channels.Get<IMatch>(id);
        Assert.Null((await match.Create(Draft)).Refusal);
        Assert.Null((await match.AddKey(KeyHash)).Refusal);
        Assert.Null((await match.Activate()).Refusal);
        return match;
    }

    /// <summary>How many of these votes counted; none may be refused but as a repetition.</summary>
    public static async Task<int> BringAsync(this IMatch match, IReadOnlyList<Ballot> ballots)
    {
        var outcome = await match.Vote(Key, ballots);
        Assert.Null(outcome.Refusal);
        Assert.All(outcome.Value!.Outcomes, one => Assert.InRange(one.Verdict, BallotVerdict.Accepted, BallotVerdict.Duplicate));
        return outcome.Value.Outcomes.Count(one => one.Verdict == BallotVerdict.Accepted);
    }
}
