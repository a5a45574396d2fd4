using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Quizzes;

/// <summary>How far apart a thousand participants have the first bytes of the same question, by a real clock.</summary>
internal static class QuestionSpread
{
    private const int participants = 1_000;
    private const int questions = 3;
    private const int seconds = 2;
    private const int signUpsAtOnce = 8;

    /// <returns>0 when everybody had every question, and was closed as at a contest's end.</returns>
    public static async Task<int> RunAsync()
    {
        using var folder = new TempFolder();
        await using var gateway = await ContestProcess.StartGatewayAsync(
            folder.Path, "--Logging:LogLevel:Default=Warning", "--Security:JwtSecret=the secret of the tokens of this bench");
        (await gateway.Http.PostAsJsonAsync("/contests", Draft())).EnsureSuccessStatusCode();
        var tokens = await SignUpAsync(gateway);
        var people = tokens.Select(token => new QuizParticipant(questions)).ToList();
        var ends = people.Zip(tokens, (person, token) => person.TakePartAsync(gateway.Port, token)).ToList();
        await Task.WhenAll(people.Select(person => person.Joined));
        (await gateway.Http.PostAsync("/contests/bench/start", null)).EnsureSuccessStatusCode();
        var closed = await Task.WhenAll(ends);

        var table = new Table().AddColumns($"{participants:N0} participants, embedded engine", "median, ms after the first", "99 of 100", "the last");
        for (var question = 0; question < questions; question++)
        {
            var times = people.Select(person => person.QuestionAt[question]).Order().ToList();
            table.AddRow($"question {question + 1}", After(times, 0.5), After(times, 0.99), After(times, 1));
        }

        AnsiConsole.Write(table);
        return closed.All(code => code == 1000) && people.TrueForAll(person => person.Questions == questions) ? 0 : 1;
    }

    private static string After(List<long> times, double share) =>
        $"{Stopwatch.GetElapsedTime(times[0], times[(int)((times.Count - 1) * share)]).TotalMilliseconds:N1}";

    private static async Task<string[]> SignUpAsync(ContestProcess gateway)
    {
        var tokens = new string[participants];
        await Parallel.ForAsync(0, participants, new ParallelOptions { MaxDegreeOfParallelism = signUpsAtOnce }, async (number, cancellationToken) =>
        {
            using var signed = await gateway.Http.PostAsJsonAsync(
                "/auth/signup", new { name = $"Person {number}", email = $"p{number}@example.org", password = "correct horse" }, cancellationToken);
            tokens[number] = (await signed.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("token").GetString()!;
            using var join = new HttpRequestMessage(HttpMethod.Post, "/contests/bench/join");
            join.Headers.Add("Authorization", $"Bearer {tokens[number]}");
            (await gateway.Http.SendAsync(join, cancellationToken)).EnsureSuccessStatusCode();
        });
        return tokens;
    }

    private static object Draft() => new
    {
        id = "bench",
        title = "Bench",
        startAt = "2100-01-01T00:00:00Z",
        endAt = "2100-01-01T01:00:00Z",
        questions = Enumerable.Range(1, questions).Select(number => new
        {
            title = $"Question {number}",
            description = new string('x', 500),
            options = new[] { new { id = "a", text = "right" }, new { id = "b", text = "wrong" } },
            correctOptionId = "a",
            timeLimit = seconds,
        }),
    };
}
