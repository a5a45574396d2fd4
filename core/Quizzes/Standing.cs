namespace OrleansContest.Quizzes;

/// <summary>Where a participant stands. Compares by rank: the higher score, then the less total answer time, then the user id.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Score">Points of correct answers.</param>
/// <param name="AnswerTime">Milliseconds from each question to its answer, added up.</param>
/// <param name="Answered">Questions answered, whether right or wrong.</param>
public sealed record Standing(Participant Participant, int Score, long AnswerTime, int Answered) : IComparable<Standing>
{
    public static Standing AtStart(Participant participant) => new(participant, 0, 0, 0);

    public Standing With(Submission answer) =>
        this with { Score = Score + answer.PointsEarned, AnswerTime = AnswerTime + answer.TimeTaken, Answered = Answered + 1 };

    public int CompareTo(Standing? other) => other is null
        ? 1
        : (other.Score.CompareTo(Score), AnswerTime.CompareTo(other.AnswerTime)) switch
        {
            (not 0 and var byScore, _) => byScore,
            (_, not 0 and var byTime) => byTime,
            _ => string.CompareOrdinal(Participant.UserId, other.Participant.UserId),
        };
}
