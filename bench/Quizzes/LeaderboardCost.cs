using System.Diagnostics;
using OrleansContest.Channels;
using OrleansContest.Quizzes;
using Spectre.Console;

namespace OrleansContest.Bench.Quizzes;

/// <summary>What a leaderboard of 100,000 participants costs: all of them answer, and each answer moves somebody.</summary>
internal static class LeaderboardCost
{
    private const int participants = 100_000;
    private const int gateways = 5;
    private const int block = 500;

    private static readonly DateTimeOffset noon = new(2026, 1, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly QuizModel model = new();

    public static int Run()
    {
        var quiz = Started();
        var (answers, leaderboards, places) = (new List<double>(), new List<double>(), new List<double>());
        var order = Enumerable.Range(0, participants).ToArray();
        new Random(1).Shuffle(order);
        foreach (var (count, number) in order.Index())
        {
            var at = noon.AddMilliseconds(count);
            answers.Add(Measured(() => Answer(quiz, number, at)));
            if (count % block == 0)
            {
                leaderboards.Add(Measured(() => Show(quiz, at)));
                places.Add(Measured(() => _ = order.Take(block).Select(each => quiz.Ranking.RankOf(quiz.Ranking.Find(NameOf(each))!)).Sum()));
            }
        }

        AnsiConsole.Write(new Table().AddColumns($"{participants:N0} participants, milliseconds", "median", "99 of 100", "most")
            .AddRow(Row("an answer, until the message of the leaderboard is written", answers))
            .AddRow(Row("the leaderboard made anew, and written", leaderboards))
            .AddRow(Row($"where {block} of them stand", places)));
        return 0;
    }

    private static Quiz Started()
    {
        var quiz = model.Initial(new ChannelId("quiz", "bench"));
        var question = new QuestionDraft(QuestionType.MultipleChoice, "One", "", [new("a", "right"), new("b", "wrong")], "a", 10, 3_600);
        Apply(quiz, new CreateQuiz(new QuizDraft("Bench", "", noon, noon.AddHours(1), [question]), noon));
        for (var number = 0; number < participants; number++)
        {
            Apply(quiz, new JoinQuiz(new Participant(NameOf(number), $"Name {number}"), noon));
        }

        foreach (var (gateway, here) in Enumerable.Range(0, participants).Chunk(participants / gateways).Index())
        {
            Apply(quiz, new Attend($"gateway{gateway}", [.. here.Select(number => new Attendee(NameOf(number), $"c{number}"))], AreAll: true, noon.AddSeconds(-20)));
        }

        Apply(quiz, new StartQuiz(noon));
        return quiz;
    }

    private static void Answer(Quiz quiz, int number, DateTimeOffset at)
    {
        Apply(quiz, new SubmitAnswer($"s{number}", NameOf(number), "bench.q1", number % 3 == 0 ? "b" : "a", at));
        model.NextWake(quiz, at);
        model.Moments(quiz, at);
    }

    private static void Show(Quiz quiz, DateTimeOffset at)
    {
        model.Evolve(quiz, new LeaderboardShown(at));
        model.Moments(quiz, at);
    }

    private static void Apply(Quiz quiz, QuizCommand command)
    {
        foreach (var @event in model.Decide(quiz, command).Events)
        {
            model.Evolve(quiz, @event);
            _ = model.Updates(quiz, @event).Count();
        }
    }

    private static double Measured(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string[] Row(string what, List<double> costs)
    {
        costs.Sort();
        return [what, $"{costs[costs.Count / 2]:N3}", $"{costs[costs.Count * 99 / 100]:N3}", $"{costs[^1]:N3}"];
    }

    private static string NameOf(int number) => $"user{number:000000}";
}
