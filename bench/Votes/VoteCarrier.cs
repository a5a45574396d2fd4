using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.Bench.Votes;

/// <summary>Brings votes in bulk, one request after another, and insists that every one counts.</summary>
internal static class VoteCarrier
{
    /// <summary>Votes of one request.</summary>
    public const int PerRequest = 100_000;

    public static async Task CreateMatchAsync(ContestProcess gateway)
    {
        var team = new { name = "Team" };
        var draft = new { id = Ballots.Match, title = "Bench", teamA = team, teamB = team, startsAt = "2026-01-01T00:00:00Z", endsAt = "2026-01-02T00:00:00Z" };
        using var made = await gateway.Http.PostAsJsonAsync(new Uri("/api/matches", UriKind.Relative), draft);
        made.EnsureSuccessStatusCode();
        using var active = await gateway.Http.PostAsync(new Uri($"/api/matches/{Ballots.Match}/activate", UriKind.Relative), null);
        active.EnsureSuccessStatusCode();
    }

    /// <returns>Votes a second, from so many clients together, each with a request of its own at a time.</returns>
    public static async Task<double> MeasureAsync(IReadOnlyList<ContestProcess> gateways, int first, int requests, int clients)
    {
        var bodies = new Queue<byte[]>(Enumerable.Range(0, requests).Select(request => Ballots.Lines(first + (request * PerRequest), PerRequest)));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => BringAsync(gateways[client % gateways.Count], bodies)));
        return requests * PerRequest / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task BringAsync(ContestProcess gateway, Queue<byte[]> bodies)
    {
        while (Next(bodies) is { } body)
        {
            using var content = new ByteArrayContent(body);
            using var answer = await gateway.Http.PostAsync(new Uri($"/api/matches/{Ballots.Match}/votes/bulk", UriKind.Relative), content);
            var counted = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (!answer.IsSuccessStatusCode || counted.GetProperty("accepted").GetInt32() != PerRequest)
            {
                throw new InvalidOperationException($"Not all counted: {counted}");
            }
        }
    }

    private static byte[]? Next(Queue<byte[]> bodies)
    {
        lock (bodies)
        {
            return bodies.TryDequeue(out var body) ? body : null;
        }
    }
}
