namespace OrleansContest.Gateway.Quizzes;

/// <summary>What can be set of quizzes.</summary>
internal sealed class QuizOptions
{
    public const string Section = "Quiz";

    /// <summary>E-mail addresses whose accounts are administrators. Default: none; the master key opens the administrative calls anyway.</summary>
    public string[] Admins { get; set; } = [];
}
