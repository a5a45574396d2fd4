namespace OrleansContest.Gateway.Hub;

/// <summary>What became of a wish to subscribe.</summary>
internal enum JoinOutcome
{
    Joined,

    /// <summary>There is no such channel.</summary>
    Unknown,

    /// <summary>The channel cannot answer now.</summary>
    Unavailable,

    /// <summary>The feed was just being closed; another must be opened.</summary>
    Closed,
}
