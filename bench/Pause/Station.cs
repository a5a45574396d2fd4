using System.Diagnostics;
using OrleansContest.Bench.Log;
using OrleansContest.Testing;

namespace OrleansContest.Bench.Pause;

/// <summary>A logging program: every contact again and again until it is acknowledged, then the next, some dozens a second.</summary>
internal sealed class Station(int number, string contest, ContestProcess gateway)
{
    private static readonly TimeSpan rest = TimeSpan.FromMilliseconds(20);

    public Gaps Acknowledged { get; } = new();

    /// <summary>Answers that were no acknowledgement.</summary>
    public int Refused { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        using var pause = new PeriodicTimer(rest);
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            while (!await TryAsync(n) && !stop.IsCancellationRequested)
            {
                Refused++;
                await pause.WaitForNextTickAsync(CancellationToken.None);
            }

            Acknowledged.Add(Stopwatch.GetTimestamp());
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task<bool> TryAsync(int n)
    {
        using var entry = new StringContent(Poster.Entry(number, n, contest), System.Text.Encoding.UTF8, "application/json");
        using var answer = await gateway.Http.PostAsync(new Uri("/api/logs", UriKind.Relative), entry);
        return answer.IsSuccessStatusCode;
    }
}
