using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>Every reason for which a quiz says no: the contract's codes and texts.</summary>
public static class QuizRefusals
{
    public static Refusal ContestNotFound { get; } = new("CONTEST_NOT_FOUND", "Contest not found");

    public static Refusal ContestNotActive { get; } = new("CONTEST_NOT_ACTIVE", "Contest is not active");

    public static Refusal NotParticipant { get; } = new("NOT_PARTICIPANT", "User not registered for contest");

    public static Refusal InvalidQuestion { get; } = new("INVALID_QUESTION", "Invalid question");

    public static Refusal InvalidOption { get; } = new("INVALID_OPTION", "Invalid option");

    public static Refusal TimeExpired { get; } = new("TIME_EXPIRED", "Time limit exceeded");

    public static Refusal NotJoinable { get; } = new("NOT_JOINABLE", "Contest can no longer be joined");

    public static Refusal AlreadyStarted { get; } = new("ALREADY_STARTED", "Contest has already started");

    public static Refusal ContestExists { get; } = new("CONTEST_EXISTS", "A contest with this id already exists");

    public static Refusal Full { get; } = new("FULL", $"A contest takes {QuizRules.MaxParticipants} participants");

    /// <summary>Its details are the question's id and the id of the answer that counts.</summary>
    public static Refusal AlreadySubmitted(Submission first) =>
        new("ALREADY_SUBMITTED", "Already submitted for this question", [first.QuestionId, first.Id]);

    /// <param name="reasons">One sentence for each field that is wrong.</param>
    public static Refusal InvalidContest(params IReadOnlyList<string> reasons) => new("INVALID_CONTEST", "Contest is not valid", reasons);
}
