using OrleansContest.Channels;
using OrleansContest.Quizzes;

namespace OrleansContest.Tests.Engine;

/// <summary>Quizzes for the suite: their first option is right.</summary>
public static class Questions
{
    public static Participant Ann { get; } = new("u-ann", "Ann");

    public static Participant Bob { get; } = new("u-bob", "Bob");

    /// <summary>Creates a quiz that nobody has started, and lets two people join.</summary>
    /// <param name="channels">The engine.</param>
    /// <param name="id">The quiz.</param>
    /// <param name="seconds">The time for each question.</param>
    public static async Task<IQuiz> JoinedAsync(this IChannels channels, string id, params int[] seconds)
    {
        var quiz = channels.Get<IQuiz>(id);
        var start = new DateTimeOffset(2100, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Null((await quiz.Create(new QuizDraft("Friday quiz", "For all", start, start.AddHours(2), [.. seconds.Select(Question)]))).Refusal);
        Assert.True((await quiz.Join(Ann)).Value!.IsNew);
        Assert.True((await quiz.Join(Bob)).Value!.IsNew);
        return quiz;
    }

    public static string IdOf(string quiz, int number) => $"{quiz}.q{number}";

    private static QuestionDraft Question(int seconds) =>
        new(QuestionType.MultipleChoice, "Capital of France?", "One city", [new("a", "Paris"), new("b", "Lyon")], "a", 10, seconds);
}
