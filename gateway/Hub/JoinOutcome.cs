namespace OrleansContest.Gateway.Hub;

/// <summary>What became of a wish to subscribe.</summary>
internal enum JoinOutcome
{
    Joined,

    /// <summary>There is such a channel; a seat is wanted next.</summary>
    Found,

    /// <summary>There is no such channel.</summary>
    Unknown,

    /// <summary>The channel has as many spectators as it may have.</summary>
    Full,

    /// <summary>The channel cannot answer now, or nobody can say whether it is full.</summary>
    Unavailable,

    /// <summary>The feed was just being closed; another must be opened.</summary>
    Closed,
}
