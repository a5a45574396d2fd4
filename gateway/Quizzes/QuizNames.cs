namespace OrleansContest.Gateway.Quizzes;

/// <summary>The contract's names of what a gateway tells.</summary>
internal static class QuizNames
{
    public const string Question = "question_broadcast";
    public const string QuestionChange = "question_change";
    public const string Timer = "timer_update";
    public const string Leaderboard = "leaderboard_update";
    public const string Result = "submission_result";
    public const string End = "contest_end";
    public const string Contests = "contests_update";
    public const string Pong = "pong";
    public const string Error = "error";

    /// <summary>No name of the contract's: the leaderboard was made anew.</summary>
    public const string Edition = "edition";

    /// <summary>No name of the contract's: the quiz is there no more.</summary>
    public const string Deleted = "deleted";
}
