using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>A station's logging program: it posts one contact after another, each again and again until it is acknowledged.</summary>
internal sealed class PersistentPoster(string contest, string station, Func<ContestProcess> gateways)
{
    private long lastAnswer = Stopwatch.GetTimestamp();

    /// <summary>Keys of what was acknowledged.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = [];

    /// <summary>The longest time between two acknowledgements since it was last asked.</summary>
    public TimeSpan LongestPause { get; private set; }

    public void ForgetPauses() => LongestPause = TimeSpan.Zero;

    public async Task RunAsync(CancellationToken stop)
    {
        using var rest = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var key = $"{station}-{n}";
            do
            {
                await rest.WaitForNextTickAsync(CancellationToken.None);
            }
            while (!await TryPostAsync(key, n));

            Acknowledged.Enqueue(key);
            var pause = Stopwatch.GetElapsedTime(lastAnswer);
            LongestPause = pause > LongestPause ? pause : LongestPause;
            lastAnswer = Stopwatch.GetTimestamp();
        }
    }

    private async Task<bool> TryPostAsync(string key, int n)
    {
        var entry = new
        {
            contestId = contest, stationId = station, callsign = $"DL{n % 10}{(char)('A' + n / 10 % 26)}{(char)('A' + n / 260 % 26)}{(char)('A' + n / 6760)}",
            band = "40", mode = "SSB", qsoDate = "2026-06-28", qsoTime = "12:00", dedupeKey = key,
        };
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var answer = await gateways().Http.PostAsJsonAsync(new Uri("/api/logs", UriKind.Relative), entry, patience.Token);
            return answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
