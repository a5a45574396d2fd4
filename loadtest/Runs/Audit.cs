using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Ingest;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Runs;

/// <summary>Reads what each channel is, before the run and afresh after it, and holds lanes and spectators to that.</summary>
internal sealed class Audit(IReadOnlyList<Watch> watches, CrowdTools tools, IReadOnlyList<Lane> lanes, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan firstAnswer = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan again = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource over = new();
    private readonly List<Spectator> auditors = [];

    /// <summary>Spectators whose state was found to be the truth.</summary>
    public long Compared { get; private set; }

    /// <summary>What each channel shows already does not count.</summary>
    /// <exception cref="LoadException">A channel cannot be watched.</exception>
    public async Task BeginAsync(CancellationToken stop)
    {
        foreach (var channel in watches.GroupBy(watch => watch.Channel.Id))
        {
            var auditor = await WatchAsync(channel.First(), stop);
            channel.First().Log.CountFrom(auditor.At!);
            foreach (var lane in lanes.Where(lane => lane.Channel.Id == channel.Key))
            {
                lane.Base = channel.First().Log.Count(auditor.At!, lane.Row);
            }

            auditor.Leave();
        }
    }

    /// <summary>Everything that was acknowledged is there, once, and everybody has it.</summary>
    public async Task EndAsync(IReadOnlyList<Spectator> spectators)
    {
        using var deadline = new CancellationTokenSource(patience, tools.Clock);
        var truth = new Dictionary<string, Spectator>(StringComparer.Ordinal);
        foreach (var channel in watches.GroupBy(watch => watch.Channel.Id))
        {
            try
            {
                truth[channel.Key] = await WatchAsync(channel.First(), deadline.Token);
            }
            catch (Exception fault) when (fault is LoadException or OperationCanceledException)
            {
                tools.Breaches.Add($"an auditor of {channel.Key}", $"no full state at the end: {fault.Message}", []);
                return;
            }
        }

        await WaitAsync(() => lanes.All(lane => Visible(lane, truth) >= lane.Acknowledged) && spectators.All(one => HasTruth(one, truth)), deadline.Token);
        CheckLanes(truth);
        CheckSpectators(spectators, truth);
    }

    public void Dispose()
    {
        over.Cancel();
        auditors.ForEach(one => one.Leave());
        over.Dispose();
    }

    private static bool HasTruth(Spectator spectator, Dictionary<string, Spectator> truth) =>
        spectator.At is { } at && truth[spectator.Watch.Channel.Id].At is { } true_ && at.Epoch == true_.Epoch && at.Seq == true_.Seq && at.Digest == true_.Digest;

    private static long Visible(Lane lane, Dictionary<string, Spectator> truth) =>
        truth[lane.Channel.Id] is var auditor && auditor.At is { } at ? auditor.Watch.Log.Count(at, lane.Row) - lane.Base : 0;

    private void CheckLanes(Dictionary<string, Spectator> truth)
    {
        foreach (var lane in lanes)
        {
            var (visible, most) = (Visible(lane, truth), lane.Acknowledged + (lane.HasUnknown ? 1 : 0));
            if (visible < lane.Acknowledged || visible > most)
            {
                tools.Breaches.Add(
                    $"ingester {lane.Index} ({lane.Channel.Id})",
                    $"{lane.Acknowledged} were acknowledged, but {lane.Row} counts {visible} in the end: {(visible < most ? "lost" : "counted more than once")}", []);
            }
        }
    }

    private void CheckSpectators(IReadOnlyList<Spectator> spectators, Dictionary<string, Spectator> truth)
    {
        foreach (var spectator in spectators)
        {
            if (HasTruth(spectator, truth))
            {
                Compared++;
                continue;
            }

            var (at, end) = (spectator.At, truth[spectator.Watch.Channel.Id].At!);
            tools.Breaches.Add(spectator.Name, at switch
            {
                null => $"has no state {patience.TotalSeconds:N0} s after the end; {end.Position} is the last",
                _ when at.Epoch != end.Epoch || at.Seq != end.Seq => $"stands at {at.Position} {patience.TotalSeconds:N0} s after the end; {end.Position} is the last",
                _ => $"its state at {at.Position} {Differences.Between(end, at.Rows)}",
            }, []);
        }
    }

    /// <summary>Connects a newcomer, who is given everything.</summary>
    private async Task<Spectator> WatchAsync(Watch watch, CancellationToken stop)
    {
        var auditor = new Spectator(-1 - auditors.Count, Temper.Auditor, watch, tools, (_, _) => { });
        auditors.Add(auditor);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(firstAnswer);
        while (!await auditor.ConnectAsync(tools.Clock.GetTimestamp(), deadline.Token))
        {
            stop.ThrowIfCancellationRequested();
            if (deadline.IsCancellationRequested)
            {
                throw Unwatchable(watch);
            }

            await Task.Delay(again, tools.Clock, stop);
        }

        await WaitAsync(() => auditor.At is not null, deadline.Token);
        stop.ThrowIfCancellationRequested();
        return auditor.At is not null ? auditor : throw Unwatchable(watch);
    }

    private LoadException Unwatchable(Watch watch)
    {
        var why = tools.Failures.Counts.Select(one => $"{Environment.NewLine}  {one.Value:N0} × {one.Key}");
        return new($"{watch.Channel.Id} cannot be watched at {tools.Where.Remote}.{string.Concat(why)}{tools.Breaches.Report.First}");
    }

    private async Task WaitAsync(Func<bool> isSo, CancellationToken deadline)
    {
        using var timer = new PeriodicTimer(betweenLooks, tools.Clock);
        try
        {
            while (!isSo() && await timer.WaitForNextTickAsync(deadline))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever waits looks what is so.
        }
    }
}
