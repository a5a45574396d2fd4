namespace OrleansContest.LoadTest.Ingest;

/// <summary>
/// When each ingest is due: at a constant rate, whatever the answers take, in turn over the lanes. Every process can tell it for every lane,
/// because timestamps are the machine's.
/// </summary>
/// <param name="rate">Ingests a second.</param>
/// <param name="lanes">Lanes over which they go in turn.</param>
/// <param name="duration">For how long.</param>
/// <param name="clock">Whose timestamps.</param>
internal sealed class Schedule(double rate, int lanes, TimeSpan duration, TimeProvider clock)
{
    private readonly long count = (long)(rate * duration.TotalSeconds);
    private long start;

    /// <summary>Ingests in all.</summary>
    public long Count => count;

    /// <summary>The first is due then. Set once, before anything is sent.</summary>
    public long Start
    {
        get => Volatile.Read(ref start);
        set => Volatile.Write(ref start, value);
    }

    /// <param name="lane">The lane.</param>
    /// <param name="number">From 1.</param>
    public bool Has(int lane, long number) => IndexOf(lane, number) < count;

    /// <summary>The moment, as a timestamp; null when there is no such ingest, or the run has not begun.</summary>
    public long? DueAt(int lane, long number)
    {
        var index = IndexOf(lane, number);
        return Start == 0 || number < 1 || index >= count ? null : Start + (long)(index / rate * clock.TimestampFrequency);
    }

    private long IndexOf(int lane, long number) => lane + ((number - 1) * lanes);
}
