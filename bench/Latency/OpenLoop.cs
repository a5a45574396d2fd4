using System.Diagnostics;
using System.Globalization;
using OrleansContest.Bench.Log;

namespace OrleansContest.Bench.Latency;

/// <summary>Entries sent at a fixed rate whatever the answers take, and when each was seen by each spectator.</summary>
/// <remarks>A latency counts from the moment an entry was due, so that what waits behind a slow answer is not overlooked.</remarks>
internal sealed class OpenLoop
{
    private static readonly byte[] marker = "\"exchange\":\"N"u8.ToArray();

    private readonly int from;
    private readonly int count;
    private readonly double rate;
    private readonly long[][] seen;
    private long begin;
    private int missing;

    /// <param name="from">Number of the first entry.</param>
    /// <param name="rate">Entries a second.</param>
    /// <param name="length">For how long.</param>
    /// <param name="watchers">How many spectators watch.</param>
    public OpenLoop(int from, double rate, TimeSpan length, int watchers)
    {
        (this.from, this.rate, count) = (from, rate, (int)(rate * length.TotalSeconds));
        seen = [.. Enumerable.Range(0, watchers).Select(_ => new long[count])];
        missing = count * watchers;
    }

    /// <summary>Entries that some spectator has not seen one by one: merged with others for a spectator that was slow, or lost.</summary>
    public int Missing => Volatile.Read(ref missing);

    /// <summary>Is told of each message that a spectator gets.</summary>
    public void See(int watcher, ReadOnlyMemory<byte> message, long at)
    {
        var from = message.Span.IndexOf(marker);
        if (from < 0)
        {
            return;
        }

        var digits = message.Span[(from + marker.Length)..];
        var n = int.Parse(digits[..digits.IndexOf((byte)'"')], CultureInfo.InvariantCulture);
        if (n < count && Interlocked.Exchange(ref seen[watcher][n], at) == 0)
        {
            Interlocked.Decrement(ref missing);
        }
    }

    /// <summary>Sends everything, then waits a few seconds at most for the last to be seen.</summary>
    public async Task RunAsync(IReadOnlyList<Poster> posters)
    {
        begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(posters.Select((poster, first) => SendAsync(poster, first, posters.Count)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Missing > 0 && !patience.IsCancellationRequested)
        {
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>The time, ms, within which that share of the entries was seen.</summary>
    public double Percentile(double share)
    {
        var latencies = seen.SelectMany(each => each.Select((at, n) => (at, n))).Where(one => one.at > 0)
            .Select(one => Stopwatch.GetElapsedTime(DueAt(one.n), one.at).TotalMilliseconds).Order().ToArray();
        return latencies[(int)Math.Min(latencies.Length - 1, share * latencies.Length)];
    }

    private long DueAt(int n) => begin + (long)(n / rate * Stopwatch.Frequency);

    private async Task SendAsync(Poster poster, int first, int step)
    {
        for (var n = first; n < count; n += step)
        {
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), DueAt(n));
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, TimeProvider.System);
            }

            await poster.PostAsync(from + n, $"N{n}");
        }
    }
}
