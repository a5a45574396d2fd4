namespace OrleansContest.Cli.Cluster;

/// <summary>A cluster cannot be started as it was asked for. The message says what to do.</summary>
internal sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause);
