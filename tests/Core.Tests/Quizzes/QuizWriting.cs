using System.Buffers;
using System.Text;
using OrleansContest.Quizzes;

namespace OrleansContest.Tests.Quizzes;

/// <summary>What a quiz wrote, read back.</summary>
internal static class QuizWriting
{
    public static Quiz Replayed(IReadOnlyList<QuizEvent> events) =>
        QuizScenario.Model.ReadEvents(Written(output => QuizScenario.Model.WriteEvents(events, output)))
            .Aggregate(QuizScenario.Model.Initial(QuizScenario.Channel), QuizScenario.Model.Evolve);

    public static Quiz Restored(Quiz quiz) =>
        QuizScenario.Model.ReadSnapshot(QuizScenario.Channel, Written(QuizScenario.Model.TakeSnapshot(quiz)));

    /// <summary>Everything there is to see of it.</summary>
    public static string Shown(Quiz quiz, DateTimeOffset at) => quiz.Plan is null
        ? $"{quiz.Status}"
        : Encoding.UTF8.GetString(QuizScenario.Model.Full(quiz, at).Span)
            + string.Join('\n', quiz.Ranking.All.Select((standing, index) => $"{index + 1} {standing}"))
            + string.Join('\n', quiz.Submissions.OrderBy(submission => submission.Id, StringComparer.Ordinal))
            + QuizScenario.Model.Moments(quiz, at).FirstOrDefault(moment => moment.Name == "timer")?.Type
            + QuizScenario.Model.NextWake(quiz, at).HasValue;

    private static ReadOnlyMemory<byte> Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return output.WrittenMemory;
    }
}
