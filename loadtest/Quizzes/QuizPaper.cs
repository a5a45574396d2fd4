using System.Globalization;
using System.Text.Json;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>The questions that this tool asks, and what is right: so it knows what each answer must earn.</summary>
internal static class QuizPaper
{
    private static readonly string[] options = ["a", "b", "c", "d"];

    /// <summary>Starts when it is told to: its own time is far away.</summary>
    public static string Draft(string id, int questions, TimeSpan time) => JsonSerializer.Serialize(new
    {
        id, title = $"Load test {id}", description = "", startAt = "2099-01-01T00:00:00Z", endAt = "2099-01-01T12:00:00Z",
        questions = Enumerable.Range(1, questions).Select(number => new
        {
            type = "MCQ", title = string.Create(CultureInfo.InvariantCulture, $"Question {number}"), description = "Which one is it?",
            options = options.Select(option => new { id = option, text = $"It is {option}" }),
            correctOptionId = CorrectOption(number), points = PointsOf(number), timeLimit = (int)time.TotalSeconds,
        }),
    });

    public static string CorrectOption(int number) => options[number * 3 % options.Length];

    public static int PointsOf(int number) => 5 + (number % 7);

    /// <summary>What such an answer earns.</summary>
    public static int Earned(int number, string option) => option == CorrectOption(number) ? PointsOf(number) : 0;

    public static string AnyOption(Random random) => options[random.Next(options.Length)];
}
