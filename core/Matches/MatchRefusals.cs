using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>Every reason for which a match says no to a whole call. What becomes of a single vote is its <see cref="BallotVerdict"/>.</summary>
public static class MatchRefusals
{
    public static Refusal MatchNotFound { get; } = new("MatchNotFound", "Match not found");

    public static Refusal MatchExists { get; } = new("MatchExists", "A match with this id already exists");

    public static Refusal NotActive { get; } = new("NotActive", "Match is not active");

    public static Refusal Unauthorized { get; } = new("Unauthorized", "Bulk votes want one of the match's ingest keys or the master key");

    public static Refusal LimitReached(string reason) => new("LimitReached", reason);

    /// <param name="reasons">One sentence for each field that is wrong.</param>
    public static Refusal InvalidMatch(params IReadOnlyList<string> reasons) => new("InvalidMatch", "Match is not valid", reasons);

    /// <param name="reasons">One sentence for each thing that is wrong.</param>
    public static Refusal InvalidVote(params IReadOnlyList<string> reasons) => new("InvalidVote", "Vote is not valid", reasons);

    public static Refusal InvalidTransition(MatchStatus from, MatchStatus to) =>
        new("InvalidTransition", $"A match that is {Name(from)} cannot become {Name(to)}");

    private static string Name(MatchStatus status) => status.ToString().ToLowerInvariant();
}
