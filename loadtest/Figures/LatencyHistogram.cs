namespace OrleansContest.LoadTest.Figures;

/// <summary>Counts latencies in log-linear buckets: 128 to each doubling, so that no value is off by more than 0.8 %. Microseconds.</summary>
/// <remarks>The scheme of HdrHistogram. Recording is one interlocked addition; 0 to 2^36 µs, which is 19 hours.</remarks>
internal sealed class LatencyHistogram
{
    private const int bits = 7;
    private const int half = 1 << bits;
    private const int doublings = 36 - bits;

    private readonly long[] counts = new long[half * (doublings + 1)];
    private long max;

    public long Count => counts.Sum();

    /// <summary>The largest, exactly.</summary>
    public TimeSpan Max => TimeSpan.FromMicroseconds(Volatile.Read(ref max));

    public void Record(TimeSpan latency)
    {
        var value = Math.Clamp((long)latency.TotalMicroseconds, 0, (1L << 36) - 1);
        Interlocked.Increment(ref counts[IndexOf(value)]);
        for (var seen = Volatile.Read(ref max); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref max, value, seen) is var other && other == seen ? value : other;
        }
    }

    /// <summary>The latency that so large a share does not exceed; zero when nothing was recorded.</summary>
    /// <param name="share">0 to 1.</param>
    public TimeSpan Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        var sum = 0L;
        for (var n = 0; n < counts.Length; n++)
        {
            sum += Volatile.Read(ref counts[n]);
            if (sum >= wanted)
            {
                return TimeSpan.FromMicroseconds(Math.Min(HighestOf(n), Volatile.Read(ref max)));
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>The buckets that hold something, as index and count, and the largest as index −1: for another process.</summary>
    public IReadOnlyList<long[]> ToBuckets() =>
        [[-1, max], .. counts.Select((count, index) => new long[] { index, count }).Where(bucket => bucket[1] > 0)];

    public void Add(IReadOnlyList<long[]> buckets)
    {
        foreach (var bucket in buckets)
        {
            if (bucket[0] < 0)
            {
                max = Math.Max(max, bucket[1]);
            }
            else
            {
                counts[bucket[0]] += bucket[1];
            }
        }
    }

    private static int IndexOf(long value)
    {
        var shift = Math.Max(0, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)value) - bits - 1);
        return shift == 0 ? (int)value : (half * shift) + (int)(value >> shift);
    }

    private static long HighestOf(int index)
    {
        if (index < 2 * half)
        {
            return index;
        }

        var shift = (index / half) - 1;
        return (((long)index - (half * shift) + 1) << shift) - 1;
    }
}
