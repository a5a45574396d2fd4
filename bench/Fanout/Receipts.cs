using System.Diagnostics;
using System.Globalization;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.Bench.Fanout;

/// <summary>What all spectators together receive of a run of updates, and how long after each was due.</summary>
/// <param name="count">Updates.</param>
/// <param name="rate">Updates a second.</param>
/// <param name="spectators">How many are to get each.</param>
internal sealed class Receipts(int count, double rate, int spectators) : IFrameHandler
{
    /// <summary>Letters only, so that no encoding changes it; whatever follows up to the next letter is the update's number.</summary>
    public const string Mark = "FANOUT";

    private const int microsecondsPerStep = 20;
    private const int steps = 250_000;

    private static readonly byte[] mark = "FANOUT"u8.ToArray();
    private readonly int[] latencies = new int[steps];
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long begin = Stopwatch.GetTimestamp();
    private long received;
    private long messages;

    /// <summary>Updates received, over all spectators.</summary>
    public long Received => Volatile.Read(ref received);

    /// <summary>When the last of them came.</summary>
    public long LastAt { get; private set; }

    public long BeganAt => begin;

    /// <summary>Bytes of the longest message.</summary>
    public int Longest { get; private set; }

    public Task AllReceived => all.Task;

    public TimeSpan Until(int n) => TimeSpan.FromSeconds(n / rate) - Stopwatch.GetElapsedTime(begin);

    public void Take(WebSocketConnection from, ReadOnlySpan<byte> message, long receivedAt)
    {
        Longest = Math.Max(Longest, message.Length);
        Interlocked.Increment(ref messages);
        for (var rest = message; rest.IndexOf(mark) is >= 0 and var at;)
        {
            rest = rest[(at + mark.Length)..];
            var n = int.Parse(rest[..rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9')], CultureInfo.InvariantCulture);
            See(n, receivedAt);
        }
    }

    public void Closed(WebSocketConnection from, CloseReason reason) =>
        all.TrySetException(new InvalidOperationException($"A spectator was cut off: {reason}."));

    /// <returns>Milliseconds within which that share was received.</returns>
    public double Percentile(double share)
    {
        long left = (long)(share * Received);
        for (var step = 0; step < steps; step++)
        {
            left -= latencies[step];
            if (left < 0)
            {
                return step * microsecondsPerStep / 1e3;
            }
        }

        return steps * microsecondsPerStep / 1e3;
    }

    private void See(int n, long at)
    {
        var late = Stopwatch.GetElapsedTime(begin, at) - TimeSpan.FromSeconds(n / rate);
        Interlocked.Increment(ref latencies[Math.Clamp((int)(late.TotalMicroseconds / microsecondsPerStep), 0, steps - 1)]);
        LastAt = at;
        if (Interlocked.Increment(ref received) == (long)count * spectators)
        {
            all.TrySetResult();
        }
    }
}
