using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Cluster;

/// <summary>Stands for the cluster in a build without Orleans, and says so.</summary>
internal static class ClusterEngine
{
    /// <exception cref="StartException">Always.</exception>
    public static void AddTo(WebApplicationBuilder builder, ClusterOptions options) => throw new StartException(
        $"{ClusterOptions.Section}:{nameof(options.Postgres)} is set, but this gateway was built without Orleans. "
        + "Build it where Orleans' packages can be restored, or leave the setting out to host channels in this process.");
}
