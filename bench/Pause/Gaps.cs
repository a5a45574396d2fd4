using System.Diagnostics;

namespace OrleansContest.Bench.Pause;

/// <summary>The longest time between two moments at which something came.</summary>
internal sealed class Gaps
{
    private long last = Stopwatch.GetTimestamp();
    private long longest;

    /// <summary>How often something has come.</summary>
    public int Count { get; private set; }

    /// <summary>The longest gap since <see cref="Forget"/>, the one that goes on included.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Math.Max(TimeSpan.FromSeconds((double)longest / Stopwatch.Frequency).Ticks, Stopwatch.GetElapsedTime(last).Ticks));

    public void Forget() => longest = 0;

    public void Add(long moment)
    {
        longest = Math.Max(longest, moment - last);
        last = moment;
        Count++;
    }
}
