using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>What a vote must look like before it is judged.</summary>
public static class BallotRules
{
    /// <summary>One sentence for each thing that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> FlawsOf(Ballot ballot)
    {
        if (IsWellFormed(ballot))
        {
            return [];
        }

        List<string?> flaws =
        [
            IsVoteId(ballot.VoteId) ? null : "voteId has 1 to 128 characters, no control characters",
            ballot.Cell is null && ballot.Country is null ? "location has an h3Index or a countryCode" : null,
            ballot.Cell is not { } cell || H3Cell.IsValid(cell) ? null : "h3Index is no H3 cell",
            ballot.Country is null || IsCountry(ballot.Country) ? null : "countryCode is two letters, ISO 3166-1 alpha-2",
        ];
        return [.. flaws.OfType<string>()];
    }

    public static bool IsVoteId(string voteId) => voteId.Length is > 0 and <= MatchRules.MaxVoteId && PlainText.IsClean(voteId);

    /// <param name="country">Upper case.</param>
    public static bool IsCountry(string country) => country.Length == 2 && char.IsAsciiLetterUpper(country[0]) && char.IsAsciiLetterUpper(country[1]);

    private static bool IsWellFormed(Ballot ballot) =>
        IsVoteId(ballot.VoteId)
        && (ballot.Cell is not { } cell || H3Cell.IsValid(cell))
        && (ballot.Country is { } country ? IsCountry(country) : ballot.Cell is not null);
}
