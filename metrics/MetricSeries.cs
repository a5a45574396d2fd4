namespace OrleansContest.Metrics;

/// <summary>The figures of one metric for one set of tags. Any thread may record while another reads.</summary>
/// <param name="labels">The tags as they are written, <c>{a="b"}</c>; empty for none.</param>
/// <param name="bounds">Upper bounds of a histogram's buckets; empty for the other kinds.</param>
internal sealed class MetricSeries(string labels, double[] bounds)
{
    private readonly long[] buckets = bounds.Length == 0 ? [] : new long[bounds.Length + 1];
    private double total;

    public string Labels { get; } = labels;

    /// <summary>The sum of all that was recorded.</summary>
    public double Total => Volatile.Read(ref total);

    public void Add(double value)
    {
        var seen = Volatile.Read(ref total);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref total, seen + value, seen);
            if (found.Equals(seen))
            {
                return;
            }

            seen = found;
        }
    }

    public void Set(double value) => Volatile.Write(ref total, value);

    public void Observe(double value)
    {
        var bucket = Array.BinarySearch(bounds, value);
        Interlocked.Increment(ref buckets[bucket < 0 ? ~bucket : bucket]);
        Add(value);
    }

    /// <summary>Counts up to each bound, the last without bound: each includes those before it.</summary>
    public long[] Cumulative()
    {
        var counts = new long[buckets.Length];
        var sum = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            sum += Interlocked.Read(ref buckets[i]);
            counts[i] = sum;
        }

        return counts;
    }
}
