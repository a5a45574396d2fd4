namespace OrleansContest.Gateway.Quizzes;

/// <summary>What the quizzes' part of the gateway has to say. Never a token, nor what anybody answered.</summary>
internal static partial class QuizLog
{
    [LoggerMessage(1, LogLevel.Warning, "Quiz {Quiz} did not answer.")]
    public static partial void Unanswered(ILogger logger, Exception fault, string quiz);

    [LoggerMessage(2, LogLevel.Warning, "Whoever shows a token cannot be looked up.")]
    public static partial void NotAuthenticated(ILogger logger, Exception fault);

    [LoggerMessage(3, LogLevel.Warning, "The quizzes cannot be listed.")]
    public static partial void NotListed(ILogger logger, Exception fault);
}
