namespace OrleansContest.Quizzes;

/// <summary>Whether a question still waits for somebody who is connected. Asked after every answer, of whom there may be a hundred thousand.</summary>
/// <remarks>Whoever was seen to have answered is not looked at again until gateways have said anew who is there.</remarks>
internal sealed class AwaitedAnswers
{
    private readonly List<string> left = [];
    private (int Question, int Version, int Gateways)? madeFor;
    private bool hasAnybody;

    public bool AreAllIn(Quiz quiz, int question, DateTimeOffset at)
    {
        var wanted = (question, quiz.Attendance.Version, quiz.Attendance.GatewaysAt(at));
        if (madeFor != wanted)
        {
            (madeFor, hasAnybody) = (wanted, false);
            left.Clear();
            left.AddRange(quiz.Attendance.At(at));
        }

        while (left.Count > 0 && !IsAwaited(quiz, left[^1], question))
        {
            hasAnybody |= quiz.Ranking.Find(left[^1]) is not null;
            left.RemoveAt(left.Count - 1);
        }

        return left.Count == 0 && hasAnybody;
    }

    private static bool IsAwaited(Quiz quiz, string user, int question) => quiz.Ranking.Find(user) is not null && quiz.Find(user, question) is null;
}
