namespace OrleansContest.Cli.Cluster;

/// <summary>How a process of the cluster is.</summary>
internal enum MemberHealth
{
    Starting,
    Healthy,
    Unhealthy,
    Stopping,

    /// <summary>It has ended as it was asked to.</summary>
    Stopped,

    /// <summary>It has ended by itself, or was killed. Nobody starts it again.</summary>
    Lost,
}

/// <summary>How a process is, and what there is to say about it.</summary>
/// <param name="Health">In one word.</param>
/// <param name="Detail">Why; empty when there is nothing to say.</param>
internal sealed record MemberState(MemberHealth Health, string Detail = "");
