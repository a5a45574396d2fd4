namespace OrleansContest.Gateway.Hub;

/// <summary>What a feed waits for: the next moment at which it must look again though nothing is posted.</summary>
internal sealed class FeedAlarm(FeedOptions options, TimeProvider clock, Action ring) : IDisposable
{
    private readonly Alarm alarm = new(clock, ring);
    private long? emptySince;
    private long? awaitedSince;

    /// <summary>How long updates may still be under way that a full state has told of; null when none are.</summary>
    public TimeSpan? UntilOverdue => awaitedSince is { } since ? options.HoleGrace - clock.GetElapsedTime(since) : null;

    /// <summary>How long the feed is kept for those who come back; null while somebody follows it.</summary>
    public TimeSpan? UntilRelease => emptySince is { } since ? options.ReleaseAfter - clock.GetElapsedTime(since) : null;

    public void SetAwaited(bool isAwaited) => awaitedSince = isAwaited ? awaitedSince ?? clock.GetTimestamp() : null;

    public void SetEmpty(bool isEmpty) => emptySince = isEmpty ? emptySince ?? clock.GetTimestamp() : null;

    /// <summary>Rings when the feed may be released, or one of these has passed.</summary>
    public void Set(params ReadOnlySpan<TimeSpan?> waits) => alarm.Set([UntilRelease, .. waits]);

    public void Dispose() => alarm.Dispose();
}
