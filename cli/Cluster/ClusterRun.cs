using System.Threading.Channels;

namespace OrleansContest.Cli.Cluster;

/// <summary>Starts the processes, watches them, and stops them: gateways first, so that they can say goodbye while silos still answer.</summary>
/// <param name="start">Starts a process.</param>
/// <param name="probe">Asks one how it is.</param>
/// <param name="view">Shows all of it.</param>
/// <param name="clock">Times everything.</param>
internal sealed class ClusterRun(Func<MemberPlan, IMemberProcess> start, IHealthProbe probe, IClusterView view, TimeProvider clock) : IDisposable
{
    /// <summary>A little more than a gateway gives to requests in flight.</summary>
    public static readonly TimeSpan GatewaysStopWithin = TimeSpan.FromSeconds(25);

    /// <summary>A little more than a silo's host gives to it.</summary>
    public static readonly TimeSpan SilosStopWithin = TimeSpan.FromSeconds(35);

    private readonly Lock gate = new();
    private readonly Channel<bool> news = Channel.CreateUnbounded<bool>();
    private readonly List<Member> silos = [];
    private readonly List<Member> gateways = [];

    /// <summary>Returns when everything has ended.</summary>
    /// <param name="plannedSilos">They are started first.</param>
    /// <param name="plannedGateways">They are started when a silo is healthy.</param>
    /// <param name="serving">What is to be said when the first gateway is healthy.</param>
    /// <param name="signals">When to stop.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<MemberPlan> plannedSilos, IReadOnlyList<MemberPlan> plannedGateways, Func<string> serving, StopSignals signals)
    {
        await using var asked = signals.Stop.Register(() => news.Writer.TryWrite(true));
        try
        {
            Start(plannedSilos, silos);
            if (await UntilAsync(() => silos.Any(IsHealthy), signals.Stop))
            {
                Start(plannedGateways, gateways);
                if (await UntilAsync(() => gateways.Any(IsHealthy), signals.Stop))
                {
                    Say(serving());
                    await UntilAsync(() => false, signals.Stop);
                }
            }

            Say(WhyItEnds(signals.Stop.IsCancellationRequested));
        }
        finally
        {
            await StopAsync(signals);
        }

        return Verdict(plannedSilos.Count + plannedGateways.Count);
    }

    public void Dispose()
    {
        silos.ForEach(silo => silo.Dispose());
        gateways.ForEach(gateway => gateway.Dispose());
    }

    private static bool IsHealthy(Member member) => member.State.Health == MemberHealth.Healthy;

    private static bool AreLost(List<Member> members) => members.Count > 0 && members.All(member => member.IsGone);

    private void Start(IEnumerable<MemberPlan> plans, List<Member> members)
    {
        foreach (var plan in plans)
        {
            var member = new Member(plan, start(plan), probe, clock, Show);
            members.Add(member);
            Show(member);
            member.BeginWatching();
        }
    }

    private void Show(Member member)
    {
        lock (gate)
        {
            view.Show(member);
        }

        news.Writer.TryWrite(true);
    }

    /// <returns>False when there is nothing more to wait for: it is to stop, or nobody is left of a kind.</returns>
    private async Task<bool> UntilAsync(Func<bool> reached, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && !AreLost(silos) && !AreLost(gateways))
        {
            if (reached())
            {
                return true;
            }

            await news.Reader.ReadAsync(CancellationToken.None);
        }

        return false;
    }

    private async Task StopAsync(StopSignals signals)
    {
        foreach (var member in (Member[])[.. gateways, .. silos])
        {
            member.ExpectEnd();
        }

        await Task.WhenAll(gateways.Select(gateway => gateway.StopAsync(GatewaysStopWithin, signals.Kill)));
        await Task.WhenAll(silos.Select(silo => silo.StopAsync(SilosStopWithin, signals.Kill)));
    }

    private int Verdict(int planned)
    {
        List<Member> all = [.. silos, .. gateways];
        var isWhole = all.Count == planned && all.TrueForAll(member => member is { WasHealthy: true, WasKilled: false });
        var isServed = silos.Exists(WasStopped) && gateways.Exists(WasStopped);
        return isWhole && isServed ? ExitCodes.Done : ExitCodes.NotAll;
    }

    private static bool WasStopped(Member member) => member.State.Health == MemberHealth.Stopped;

    private string WhyItEnds(bool isAsked) =>
        isAsked ? "Stopping, gateways first; the same again ends everything at once."
        : AreLost(silos) ? "No silo is left."
        : "No gateway is left.";

    private void Say(string sentence)
    {
        lock (gate)
        {
            view.Say(sentence);
        }
    }
}
