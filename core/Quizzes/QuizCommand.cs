namespace OrleansContest.Quizzes;

/// <summary>What may be asked of a quiz. Each comes with the moment at which it was asked: UTC, whole milliseconds.</summary>
public abstract record QuizCommand
{
    private protected QuizCommand(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }
}

/// <summary>Answers the <see cref="QuizCard"/>.</summary>
public sealed record CreateQuiz(QuizDraft Draft, DateTimeOffset At) : QuizCommand(At);

/// <summary>Answers the <see cref="QuizCard"/> as it was.</summary>
public sealed record DeleteQuiz(DateTimeOffset At) : QuizCommand(At);

/// <summary>Answers <see cref="Joined"/>.</summary>
public sealed record JoinQuiz(Participant Participant, DateTimeOffset At) : QuizCommand(At);

/// <summary>Answers the <see cref="QuizCard"/>.</summary>
public sealed record StartQuiz(DateTimeOffset At) : QuizCommand(At);

/// <summary>Answers the <see cref="SubmissionResult"/>. <paramref name="SubmissionId"/> becomes the answer's name if it counts.</summary>
public sealed record SubmitAnswer(string SubmissionId, string UserId, string QuestionId, string? OptionId, DateTimeOffset At) : QuizCommand(At);

/// <summary>Answers <see cref="AttendanceTaken"/>. <paramref name="AreAll"/> says that nobody else is connected to <paramref name="Gateway"/>.</summary>
public sealed record Attend(string Gateway, IReadOnlyList<Attendee> Attendees, bool AreAll, DateTimeOffset At) : QuizCommand(At);
