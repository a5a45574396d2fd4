namespace OrleansContest.Gateway.Hub;

/// <summary>Rings when something must be looked at though nobody posts anything.</summary>
internal sealed class Alarm(TimeProvider clock, Action ring) : IDisposable
{
    private static readonly TimeSpan soonest = TimeSpan.FromMilliseconds(1);

    private readonly ITimer timer = clock.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Rings when the first of these has passed, and no more for what was set before.</summary>
    public void Set(params ReadOnlySpan<TimeSpan?> waits)
    {
        TimeSpan? next = null;
        foreach (var wait in waits)
        {
            next = wait < next || next is null ? wait : next;
        }

        timer.Change(next is null ? Timeout.InfiniteTimeSpan : next < soonest ? soonest : next.Value, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer.Dispose();
}
