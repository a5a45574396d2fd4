using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>A vote as a client writes it: what of it could be read, and what is wrong with it.</summary>
internal record struct VoteFields
{
    /// <summary>Characters of a fingerprint.</summary>
    public const int MaxFingerprint = 256;

    private List<string>? flaws;

    public string? MatchId { get; set; }

    public TeamChoice? Team { get; set; }

    public string? Fingerprint { get; set; }

    /// <summary>Null when the client names none: then the vote can be cast once only, for nobody would know it again.</summary>
    public string? VoteId { get; set; }

    public bool HasLocation { get; set; }

    public H3Cell? Cell { get; set; }

    public int? Resolution { get; set; }

    /// <summary>Upper case.</summary>
    public string? Country { get; set; }

    public readonly bool IsFlawless => flaws is null;

    /// <summary>A sentence for each thing that is wrong.</summary>
    public readonly IReadOnlyList<string> Flaws => flaws ?? [];

    public void Blame(string flaw) => (flaws ??= []).Add(flaw);

    /// <summary>Looks at the whole when all of it was read.</summary>
    public void Check()
    {
        BlameIf(Team is null, "teamChoice is team_a or team_b");
        BlameIf(Fingerprint is not { Length: > 0 and <= MaxFingerprint }, $"fingerprint has 1 to {MaxFingerprint} characters");
        BlameIf(VoteId is not null && !BallotRules.IsVoteId(VoteId), $"voteId has 1 to {MatchRules.MaxVoteId} characters, no control characters");
        BlameIf(IsFlawless && Cell is null && Country is null, "location has an h3Index, or at least a countryCode");
        BlameIf(Cell is not null && Resolution is null, "h3Resolution goes with an h3Index: 0 to 15");
        BlameIf(Cell is { } cell && Resolution is { } resolution && cell.Resolution != resolution, $"h3Index is of resolution {Cell?.Resolution}, not {Resolution}");
    }

    /// <param name="voter">Keyed hash of the fingerprint.</param>
    /// <param name="voteId">Its name, the client's own or one that was made.</param>
    public readonly Ballot ToBallot(UInt128 voter, string voteId) => new(voteId, Team!.Value, voter, Cell?.Index, Country);

    private void BlameIf(bool isSo, string flaw)
    {
        if (isSo)
        {
            Blame(flaw);
        }
    }
}
