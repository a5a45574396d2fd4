namespace OrleansContest.Pileups;

/// <summary>A caller who waits. Whoever came first is first.</summary>
/// <param name="Callsign">Upper case.</param>
/// <param name="Timestamp">When they registered.</param>
/// <param name="Qrz">What is known of them.</param>
public sealed record QueuedCaller(string Callsign, DateTimeOffset Timestamp, CallerProfile Qrz)
{
    /// <param name="position">From 1.</param>
    public QueueEntry At(int position) => new(Callsign, Timestamp, position, Qrz);
}
