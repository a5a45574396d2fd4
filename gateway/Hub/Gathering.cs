namespace OrleansContest.Gateway.Hub;

/// <summary>Says when a feed tells its audience: at once while updates are rare or the audience small; else so many together that the writes do not eat the processor.</summary>
/// <remarks>A write to a socket costs the same for one update as for five, and nobody sees more than twenty pictures a second.</remarks>
internal sealed class Gathering(FeedOptions options, SocketOptions sockets, TimeProvider clock)
{
    /// <summary>Some five times what one write takes, so that a feed takes about a fifth of a processor.</summary>
    private static readonly TimeSpan forEach = TimeSpan.FromMicroseconds(50);

    /// <summary>Timers are no finer.</summary>
    private static readonly TimeSpan least = TimeSpan.FromMilliseconds(1);

    private long? toldAt;

    /// <summary>The audience is being told.</summary>
    public void Tell() => toldAt = clock.GetTimestamp();

    /// <summary>How long the updates still wait; null when they need not.</summary>
    /// <param name="audience">How many will be sent them.</param>
    /// <param name="fresh">How many updates wait.</param>
    public TimeSpan? Left(int audience, int fresh)
    {
        var gap = audience < options.GatherFor / forEach ? audience * forEach : options.GatherFor;
        var mayWait = fresh > 0 && fresh < sockets.OutboxFrames / 4 && gap >= least;
        return mayWait && toldAt is { } last && gap - clock.GetElapsedTime(last) is { Ticks: > 0 } left ? left : null;
    }
}
