using System.Diagnostics;

namespace OrleansContest.Bench.Fanout;

/// <summary>One server's turn: its spectators come, and updates go to them at a fixed rate.</summary>
internal sealed class Turn(IFanoutServer server, Spectators spectators)
{
    private const int publishers = 4;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(4);

    private int published;

    /// <summary>Publishes at a rate whatever the answers take, and waits until everybody has everything.</summary>
    public async Task<TurnFigures> RunAsync(double rate, TimeSpan length)
    {
        var count = (int)(rate * length.TotalSeconds);
        var receipts = new Receipts(count, rate, spectators.Count);
        spectators.Begin(receipts);
        var before = server.ProcessorTime;
        await Task.WhenAll(Enumerable.Range(0, publishers).Select(first => PublishAsync(receipts, first, count)));
        await Task.WhenAny(receipts.AllReceived, Task.Delay(patience, TimeProvider.System));
        var used = server.ProcessorTime - before;
        published += count;
        return new TurnFigures(
            used.TotalMicroseconds / receipts.Received,
            receipts.Received / Stopwatch.GetElapsedTime(receipts.BeganAt, receipts.LastAt).TotalSeconds,
            receipts.Percentile(0.5),
            receipts.Percentile(0.99),
            ((long)count * spectators.Count) - receipts.Received,
            receipts.Longest);
    }

    /// <summary>Kilobytes that one more idle spectator costs.</summary>
    public async Task<double> MemoryEachAsync(int more)
    {
        await Task.Delay(settling, TimeProvider.System);
        var before = server.MemoryBytes;
        await spectators.ConnectAsync(more);
        await Task.Delay(settling, TimeProvider.System);
        return (server.MemoryBytes - before) / 1024.0 / more;
    }

    private async Task PublishAsync(Receipts receipts, int first, int count)
    {
        for (var n = first; n < count; n += publishers)
        {
            if (receipts.Until(n) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, TimeProvider.System);
            }

            await server.PublishAsync(published + n, $"{Receipts.Mark}{n}");
        }
    }
}
