namespace OrleansContest.Channels;

/// <summary>Rings when time alone changes something in a channel. Set by the channel's runner only.</summary>
/// <param name="clock">The time.</param>
/// <param name="ring">Called by the clock's threads.</param>
internal sealed class WakeTimer(TimeProvider clock, Action ring) : IDisposable
{
    /// <summary>Timers reach no further than some weeks; who is woken too early asks for the rest.</summary>
    private static readonly TimeSpan farthest = TimeSpan.FromDays(1);

    private ITimer? timer;
    private DateTimeOffset? due;
    private volatile bool isSet;

    /// <summary>Whether it is going to ring.</summary>
    public bool IsSet => isSet;

    /// <summary>Rings at <paramref name="at"/>, and no more at what was set before; never again when it is null.</summary>
    /// <remarks>What has come due already rings in any case: a turn that happens to be under way then must not put it off.</remarks>
    public void Set(DateTimeOffset? at)
    {
        if ((at == due && (isSet || at is null)) || (isSet && due <= clock.GetUtcNow()))
        {
            return;
        }

        due = at;
        isSet = at is not null;
        timer ??= clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(at is { } moment ? Until(moment) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer?.Dispose();

    private void Ring()
    {
        isSet = false;
        ring();
    }

    /// <summary>Rounded up, because a timer that rings early would ring again at once.</summary>
    private TimeSpan Until(DateTimeOffset at)
    {
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((at - clock.GetUtcNow()).TotalMilliseconds));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > farthest ? farthest : wait;
    }
}
