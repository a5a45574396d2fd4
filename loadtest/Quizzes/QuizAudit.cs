using System.Text.Json;
using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>Reads at the end how a quiz ended, and holds to that what participants and watchers were told and what they answered.</summary>
internal sealed class QuizAudit(GatewayApi gateway, CrowdTools tools, TimeSpan patience)
{
    private const int rowsAtOnce = 1_000;
    private const int finalRows = 100;

    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Participants and watchers who were found to have the truth.</summary>
    public long Compared { get; private set; }

    /// <summary>Answers of which nobody said what became of them.</summary>
    public long Unknown { get; private set; }

    /// <summary>Waits for something, as long as it may.</summary>
    public static async Task WaitAsync(Func<bool> isSo, TimeSpan between, TimeProvider clock, CancellationToken deadline)
    {
        using var timer = new PeriodicTimer(between, clock);
        try
        {
            while (!isSo() && await timer.WaitForNextTickAsync(deadline))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever waits looks what is so.
        }
    }

    /// <param name="quiz">Which quiz.</param>
    /// <param name="participants">Those of this process.</param>
    /// <param name="watchers">Those of this process.</param>
    /// <param name="wasStopped">Whether the run was ended before the quiz was.</param>
    public async Task EndAsync(QuizTruth quiz, IReadOnlyList<Participant> participants, IReadOnlyList<QuizWatcher> watchers, bool wasStopped)
    {
        using var deadline = new CancellationTokenSource(patience, tools.Clock);
        try
        {
            await (wasStopped
                ? WaitAsync(() => participants.All(one => !one.HasOpen), betweenLooks, tools.Clock, deadline.Token)
                : WaitForEndAsync(quiz, deadline.Token));
            var rows = await RowsAsync(quiz, deadline.Token);
            CheckParticipants(quiz, participants, rows, wasStopped);
            await WaitAsync(() => watchers.All(one => Shows(one, rows)), betweenLooks, tools.Clock, deadline.Token);
            CheckWatchers(watchers, rows, wasStopped);
        }
        catch (Exception fault) when (fault is LoadException or OperationCanceledException)
        {
            tools.Breaches.Add($"an auditor of {quiz.Id}", $"cannot be told how it ended: {fault.Message}", []);
        }
    }

    private static bool Shows(QuizWatcher watcher, IReadOnlyList<BoardRow> rows) => watcher.Last is { } last && last.SequenceEqual(rows.Take(BoardRow.Shown));

    private async Task WaitForEndAsync(QuizTruth quiz, CancellationToken deadline)
    {
        while ((await gateway.DoAsync(HttpMethod.Get, $"/contests/{quiz.Id}", null, deadline)).Text("status") != "COMPLETED")
        {
            await Task.Delay(betweenLooks, tools.Clock, deadline);
        }

        var final = await gateway.DoAsync(HttpMethod.Get, $"/contests/{quiz.Id}/leaderboard?limit={finalRows}", null, deadline);
        try
        {
            quiz.Agree("the final leaderboard", final.GetProperty("leaderboard"));
        }
        catch (BreachException breach)
        {
            tools.Breaches.Add($"GET /contests/{quiz.Id}/leaderboard", breach.Message, []);
        }
    }

    private async Task<IReadOnlyList<BoardRow>> RowsAsync(QuizTruth quiz, CancellationToken deadline)
    {
        var rows = new List<BoardRow>();
        JsonElement page;
        do
        {
            page = await gateway.DoAsync(HttpMethod.Get, $"/contests/{quiz.Id}/leaderboard?offset={rows.Count}&limit={rowsAtOnce}", null, deadline);
            rows.AddRange(BoardRow.ManyOf(page.GetProperty("leaderboard")));
        }
        while (rows.Count < page.GetProperty("totalParticipants").GetInt32() && page.GetProperty("leaderboard").GetArrayLength() > 0);
        if (BoardRow.WrongIn(rows) is { } wrong)
        {
            tools.Breaches.Add($"GET /contests/{quiz.Id}/leaderboard", wrong, []);
        }

        return rows;
    }

    private void CheckParticipants(QuizTruth quiz, IReadOnlyList<Participant> participants, IReadOnlyList<BoardRow> rows, bool wasStopped)
    {
        var byUser = rows.ToDictionary(row => row.UserId, StringComparer.Ordinal);
        foreach (var participant in participants)
        {
            Unknown += participant.Sheet.Open.Count();
            if (Verdicts.WrongOf(participant, byUser.GetValueOrDefault(participant.UserId), wasStopped) is { } wrong)
            {
                tools.Breaches.Add(participant.Name, wrong, []);
            }
            else
            {
                Compared++;
            }
        }

        if (Verdicts.WrongOrder([.. participants.Where(one => byUser.ContainsKey(one.UserId)).OrderBy(one => byUser[one.UserId].Rank)]) is { } order)
        {
            tools.Breaches.Add($"the leaderboard of {quiz.Id}", order, []);
        }
    }

    /// <summary>A quiz that goes on is shown every few seconds only.</summary>
    private void CheckWatchers(IReadOnlyList<QuizWatcher> watchers, IReadOnlyList<BoardRow> rows, bool wasStopped)
    {
        foreach (var watcher in watchers)
        {
            if (Shows(watcher, rows) || (wasStopped && watcher.Last is not null))
            {
                Compared++;
            }
            else
            {
                tools.Breaches.Add(watcher.Name, $"is shown another leaderboard than there is, {patience.TotalSeconds:N0} s after the end", []);
            }
        }
    }
}
