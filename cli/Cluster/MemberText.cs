namespace OrleansContest.Cli.Cluster;

/// <summary>What is written about a process, wherever it is shown.</summary>
internal static class MemberText
{
    /// <summary>The state in one word; capitals for what somebody should look at.</summary>
    public static string Health(MemberState state) => state.Health switch
    {
        MemberHealth.Starting => "starting",
        MemberHealth.Healthy => "healthy",
        MemberHealth.Unhealthy => "UNHEALTHY",
        MemberHealth.Stopping => "stopping",
        MemberHealth.Stopped => "stopped",
        MemberHealth.Lost => "LOST",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What a person wants to know about it in that state; empty for nothing.</summary>
    public static string Detail(Member member) => member.State.Health switch
    {
        MemberHealth.Healthy when member.Plan.IsPublic => $"serving at {member.Plan.Serves}",
        MemberHealth.Unhealthy or MemberHealth.Lost => $"{member.State.Detail}; see {member.Process.LogPath}",
        _ => member.State.Detail,
    };
}
