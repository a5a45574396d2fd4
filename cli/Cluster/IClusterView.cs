namespace OrleansContest.Cli.Cluster;

/// <summary>Shows a person how the cluster is. Called by one at a time.</summary>
internal interface IClusterView
{
    /// <summary>Shows until the work is done.</summary>
    Task<int> WhileAsync(Func<Task<int>> work);

    /// <summary>A process has started, or its state has changed.</summary>
    void Show(Member member);

    /// <summary>Something about the cluster as a whole.</summary>
    void Say(string sentence);
}
