using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansContest.Tests.Processes;

/// <summary>A client that posts entries one by one and remembers which were acknowledged.</summary>
internal sealed class Posting(HttpClient http, string contest, string station)
{
    /// <summary>Keys of the entries whose 201 or 200 has arrived.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    /// <summary>Posts until the gateway is gone.</summary>
    public async Task RunAsync(int from)
    {
        for (var n = from; ; n++)
        {
            try
            {
                await PostAsync(n);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private async Task PostAsync(int n)
    {
        var entry = new
        {
            contestId = contest, stationId = station, callsign = $"DL{n % 10}{(char)('A' + n / 10 % 26)}{(char)('A' + n / 260 % 26)}{(char)('A' + n / 6760 % 26)}",
            band = "40", mode = "SSB", qsoDate = "2026-06-28", qsoTime = "12:00", dedupeKey = $"{station}-{n}",
        };
        using var answer = await http.PostAsJsonAsync(new Uri("/api/logs", UriKind.Relative), entry);
        if (answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK)
        {
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Acknowledged.Add(body.GetProperty("dedupeKey").GetString()!);
        }
    }
}
