using System.Text.Json.Serialization;

namespace OrleansContest.Quizzes;

/// <summary>What has happened in a quiz: the durable facts, and one that is only of the moment.</summary>
/// <remarks><c>type</c> names them in the journal; a name is never given another meaning.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(QuizCreated), "quizCreated")]
[JsonDerivedType(typeof(QuizDeleted), "quizDeleted")]
[JsonDerivedType(typeof(ParticipantJoined), "participantJoined")]
[JsonDerivedType(typeof(QuizStarted), "quizStarted")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(AnswerSubmitted), "answerSubmitted")]
[JsonDerivedType(typeof(QuestionEnded), "questionEnded")]
[JsonDerivedType(typeof(QuizEnded), "quizEnded")]
public abstract record QuizEvent
{
    private protected QuizEvent()
    {
    }
}

/// <summary>The quiz is there.</summary>
public sealed record QuizCreated(
    string Title, string Description, DateTimeOffset StartAt, DateTimeOffset EndAt, IReadOnlyList<Question> Questions) : QuizEvent;

/// <summary>The quiz is gone.</summary>
public sealed record QuizDeleted(DateTimeOffset At) : QuizEvent;

/// <summary>Somebody takes part.</summary>
public sealed record ParticipantJoined(Participant Participant, DateTimeOffset At) : QuizEvent;

/// <summary>The run has begun.</summary>
public sealed record QuizStarted(DateTimeOffset At) : QuizEvent;

/// <summary>A question can be answered. <paramref name="Index"/> counts from 0.</summary>
public sealed record QuestionAsked(int Index, DateTimeOffset At) : QuizEvent;

/// <summary>An answer counts.</summary>
public sealed record AnswerSubmitted(Submission Submission) : QuizEvent;

/// <summary>A question is over. <paramref name="Index"/> counts from 0.</summary>
public sealed record QuestionEnded(int Index, DateTimeOffset At) : QuizEvent;

/// <summary>The run is over.</summary>
public sealed record QuizEnded(DateTimeOffset At) : QuizEvent;

/// <summary>Of the moment: a gateway said who is connected to it.</summary>
public sealed record Attended(string Gateway, IReadOnlyList<Attendee> Attendees, bool AreAll, DateTimeOffset At) : QuizEvent;

/// <summary>Of the moment: the leaderboard that is shown was made anew.</summary>
public sealed record LeaderboardShown(DateTimeOffset At) : QuizEvent;
