using OrleansContest.LoadTest.Crowd;

namespace OrleansContest.LoadTest.Runs;

/// <summary>Waits until everybody is connected and knows how things stand.</summary>
internal static class Gathering
{
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan nothingHappens = TimeSpan.FromSeconds(20);

    /// <exception cref="LoadException">Nobody more can be connected.</exception>
    public static async Task WaitAsync(CrowdTools tools, int wanted, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(betweenLooks, tools.Clock);
        var (ready, since) = (0L, tools.Clock.GetTimestamp());
        while (Volatile.Read(ref tools.Counts.Ready) < wanted && await timer.WaitForNextTickAsync(stop))
        {
            if (Volatile.Read(ref tools.Counts.Ready) is var now && now > ready)
            {
                (ready, since) = (now, tools.Clock.GetTimestamp());
            }
            else if (tools.Clock.GetElapsedTime(since) > nothingHappens)
            {
                var why = tools.Failures.Counts.OrderByDescending(one => one.Value).Select(one => $"{Environment.NewLine}  {one.Value:N0} × {one.Key}");
                throw new LoadException($"Only {ready:N0} of {wanted:N0} spectators could be connected; for {nothingHappens.TotalSeconds:N0} s nobody more was.{string.Concat(why)}");
            }
        }
    }
}
