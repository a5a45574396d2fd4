using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using OrleansContest.LoadTest.Kinds;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>Signs participants up and has them join, a few at a time: each costs the gateway the hash of a password.</summary>
internal sealed class QuizRegistry(GatewayApi gateway, int seed, TimeProvider clock)
{
    private const int atOnce = 16;

    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private long done;

    /// <summary>How many have joined.</summary>
    public long Done => Volatile.Read(ref done);

    /// <param name="wanted">Numbers of participants, and the quiz of each.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LoadException">The gateway does not take them.</exception>
    public async Task<IReadOnlyDictionary<int, QuizSeat>> SeatAsync(IEnumerable<(int Number, string Quiz)> wanted, CancellationToken stop)
    {
        var seats = new ConcurrentDictionary<int, QuizSeat>();
        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop }, async (one, cancel) =>
        {
            seats[one.Number] = await SeatAsync(one.Number, one.Quiz, cancel);
            Interlocked.Increment(ref done);
        });
        return seats;
    }

    private async Task<QuizSeat> SeatAsync(int number, string quiz, CancellationToken stop)
    {
        var account = JsonSerializer.Serialize(new { name = $"Load {number}", email = $"load-{seed:x8}-{number}@load.example", password = $"load test {seed:x8}" });
        var (status, body) = await AskAsync("/auth/signup", account, null, stop);
        if (status == HttpStatusCode.Conflict)
        {
            (status, body) = await AskAsync("/auth/signin", account, null, stop); // The same names again.
        }

        if (status is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            throw gateway.Refused(HttpMethod.Post, "/auth/signup", status, body);
        }

        using var signed = JsonDocument.Parse(body);
        var seat = new QuizSeat(signed.RootElement.GetProperty("user").Text("id"), signed.RootElement.Text("token"));
        var path = $"/contests/{quiz}/join";
        (status, body) = await AskAsync(path, null, seat.Token, stop);
        return status == HttpStatusCode.OK ? seat : throw gateway.Refused(HttpMethod.Post, path, status, body);
    }

    /// <summary>Asks again while the gateway says that it is busy.</summary>
    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string path, string? json, string? token, CancellationToken stop)
    {
        for (var begin = clock.GetTimestamp(); ; await Task.Delay(pause, clock, stop))
        {
            var answer = await gateway.AskAsync(HttpMethod.Post, path, json, stop, bearer: token);
            if (answer.Status is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) || clock.GetElapsedTime(begin) > patience
                || answer.Body.Contains("Security:JwtSecret", StringComparison.Ordinal))
            {
                return answer;
            }
        }
    }
}
