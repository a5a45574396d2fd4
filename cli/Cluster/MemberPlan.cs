namespace OrleansContest.Cli.Cluster;

/// <summary>One process of a cluster, as it is to be started.</summary>
/// <param name="Name">As in <c>silo-1</c>.</param>
/// <param name="Program">Path of what is run.</param>
/// <param name="Port">Where it answers by HTTP.</param>
/// <param name="IsPublic">Whether others than this machine may reach it: gateways only.</param>
internal sealed record MemberPlan(string Name, string Program, int Port, bool IsPublic)
{
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Further ports that it listens at.</summary>
    public IReadOnlyList<int> MorePorts { get; init; } = [];

    /// <summary>Where it is asked how it is.</summary>
    public Uri Health => new($"http://127.0.0.1:{Port}/health/ready");

    /// <summary>Where it serves, as a person opens it; a silo serves nobody.</summary>
    public string Serves => IsPublic ? $"http://localhost:{Port}" : "";
}
