using System.Net;
using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Ingest;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Runs;

/// <summary>The share of a run that this process has, of a kind that is fed by lanes and watched by spectators.</summary>
internal sealed class LocalCrew : ICrew
{
    private const int positionsKept = 20_000;
    private const int fewestKept = 500;

    private static readonly TimeSpan patienceForLast = TimeSpan.FromSeconds(30);

    private readonly LoadPlan plan;
    private readonly TimeProvider clock;
    private readonly IFedKind kind;
    private readonly Schedule schedule;
    private readonly CrowdTools tools;
    private readonly LaneTools laneTools;
    private readonly Dialer dialer;
    private readonly HttpClient http;
    private readonly List<Watch> watches = [];
    private readonly List<Spectator> spectators = [];
    private readonly List<Lane> lanes = [];
    private readonly Audit audit;
    private readonly CancellationTokenSource over = new();
    private Task dialing = Task.CompletedTask;
    private Task sipping = Task.CompletedTask;

    public LocalCrew(LoadPlan plan, TimeProvider clock, HttpClient? client = null)
    {
        (this.plan, this.clock) = (plan, clock);
        kind = EveryKind.Fed(plan.Kind);
        schedule = new Schedule(plan.Rate, plan.Lanes, plan.Duration, clock);
        http = client ?? new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = plan.Url, Timeout = patienceForLast };
        tools = new CrowdTools(Place.Of(plan, clock), [.. plan.SourceAddresses.Select(IPAddress.Parse)], schedule, clock);
        laneTools = new LaneTools(new GatewayApi(http, plan.Key, plan.Operator), http, schedule, new LatencyHistogram(), tools.Failures, clock);
        dialer = new Dialer(clock, plan.Seed + plan.Process, plan.ReturnWithin);
        MakeLanes();
        MakeWatches();
        MakeSpectators();
        audit = new Audit(watches, tools, lanes, plan.SettleWithin);
    }

    public CrewFigures Figures => new()
    {
        Spectators = spectators.Count,
        Open = Volatile.Read(ref tools.Counts.Open),
        Ready = Volatile.Read(ref tools.Counts.Ready),
        Messages = Volatile.Read(ref tools.Counts.Messages),
        Bytes = Volatile.Read(ref tools.Counts.Bytes) + spectators.Sum(one => one.BytesOpen),
        Returns = Volatile.Read(ref tools.Counts.Returns),
        Compressed = Volatile.Read(ref tools.Counts.Compressed),
        Sent = laneTools.Sent,
        Acknowledged = lanes.Sum(lane => lane.Acknowledged),
        Unknown = lanes.Count(lane => lane.HasUnknown),
        Retries = laneTools.Retries,
        Audited = audit.Compared,
        Breaches = tools.Breaches.Report,
        Failures = tools.Failures.Counts,
        Histograms = [tools.Seen.ToBuckets(), laneTools.Acknowledged.ToBuckets(), tools.Connected.ToBuckets(), tools.Returned.ToBuckets()],
        Memory = Environment.WorkingSet,
        ProcessorSeconds = Environment.CpuUsage.TotalTime.TotalSeconds,
    };

    public async Task GatherAsync(CancellationToken stop)
    {
        await audit.BeginAsync(stop);
        var begin = clock.GetTimestamp();
        for (var n = 0; n < spectators.Count; n++)
        {
            dialer.At(spectators[n], begin + (long)(n * plan.Processes / plan.ConnectRate * clock.TimestampFrequency));
        }

        dialing = dialer.RunAsync(over.Token);
        sipping = Sips.RunAsync(spectators, clock, over.Token);
        await Gathering.WaitAsync(tools, spectators.Count, stop);
    }

    public async Task FeedAsync(long start, CancellationToken stop)
    {
        schedule.Start = start;
        using var giveUp = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var storms = new Storms(spectators, plan, clock).RunAsync(ended.Token);
        var feeding = lanes.Select(lane => lane.RunAsync(ended.Token, giveUp.Token)).Append(WaitForEndAsync(start, ended, giveUp)).ToList();
        await using var last = stop.Register(() => giveUp.CancelAfter(patienceForLast));
        try
        {
            await foreach (var one in Task.WhenEach(feeding))
            {
                await one;
            }
        }
        finally
        {
            await ended.CancelAsync();
            await giveUp.CancelAsync();
            await storms;
            await Task.WhenAll(feeding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task SettleAsync()
    {
        spectators.ForEach(one => one.Release());
        await audit.EndAsync(spectators);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await dialing;
        await sipping;
        spectators.ForEach(one => one.Leave());
        audit.Dispose();
        http.Dispose();
        over.Dispose();
    }

    private void MakeLanes()
    {
        var channels = plan.Staged.Count;
        foreach (var n in plan.Own(plan.Lanes))
        {
            lanes.Add(new Lane(n, kind, plan.Staged[n % channels], n / channels, laneTools));
        }
    }

    private void MakeWatches()
    {
        var channels = plan.Staged.Count;
        var dialects = plan.Dialects.Count == 0 ? [kind.Dialects[0]] : plan.Dialects.Select(name => kind.Dialects.Single(one => one.Name == name)).ToList();
        for (var c = 0; c < channels; c++)
        {
            var rows = Enumerable.Range(0, plan.Lanes).Where(lane => lane % channels == c).ToDictionary(lane => kind.RowOf(lane / channels));
            var log = new ChannelLog(rows, kind.CountIn, kind.IsStrict, Math.Max(fewestKept, positionsKept / channels));
            watches.AddRange(dialects.Select(dialect => new Watch(plan.Staged[c], log, dialect)));
        }
    }

    private void MakeSpectators()
    {
        var tempers = new Random(plan.Seed);
        foreach (var n in Enumerable.Range(0, plan.Spectators))
        {
            var drawn = tempers.NextDouble();
            var temper = drawn < plan.StalledShare ? Temper.Stalled : drawn < plan.StalledShare + plan.SlowShare ? Temper.Slow : Temper.Ordinary;
            if (n % plan.Processes == plan.Process)
            {
                spectators.Add(new Spectator(n, temper, watches[n % watches.Count], tools, ComeBack));
            }
        }
    }

    private void ComeBack(Spectator spectator, bool wantedTo)
    {
        if (!over.IsCancellationRequested)
        {
            dialer.Again(spectator);
        }
    }

    /// <summary>What is due may still be sent for a while, where the gateway cannot keep up.</summary>
    private async Task WaitForEndAsync(long start, CancellationTokenSource ended, CancellationTokenSource giveUp)
    {
        var left = plan.Duration - clock.GetElapsedTime(start);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ended.CancelAfter(patienceForLast);
        giveUp.CancelAfter(2 * patienceForLast);
    }
}
