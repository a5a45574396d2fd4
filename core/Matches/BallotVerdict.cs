namespace OrleansContest.Matches;

/// <summary>What became of a vote.</summary>
public enum BallotVerdict
{
    /// <summary>It counts.</summary>
    Accepted,

    /// <summary>It counts already.</summary>
    Duplicate,

    /// <summary>Whoever cast it has no vote left in this match.</summary>
    VoteLimitExceeded,

    /// <summary>Too many votes in too short a time from there.</summary>
    RateLimitExceeded,
}
