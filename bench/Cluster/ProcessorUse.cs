using System.Diagnostics;
using OrleansContest.Testing;

namespace OrleansContest.Bench.Cluster;

/// <summary>Processor time of the parts of a cluster, and of this process with all the clients, from a moment on.</summary>
internal sealed class ProcessorUse(MeasuredCluster cluster)
{
    private readonly TimeSpan gateways = Sum(cluster.Gateways);
    private readonly TimeSpan silos = Sum(cluster.Silos);
    private readonly TimeSpan clients = Own();

    public TimeSpan Gateways => Sum(cluster.Gateways) - gateways;

    public TimeSpan Silos => Sum(cluster.Silos) - silos;

    public TimeSpan Clients => Own() - clients;

    private static TimeSpan Sum(IEnumerable<ContestProcess> processes) =>
        processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.ProcessorTime);

    private static TimeSpan Own()
    {
        using var own = Process.GetCurrentProcess();
        return own.TotalProcessorTime;
    }
}
