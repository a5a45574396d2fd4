using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>With which status a quiz's refusals are answered over HTTP.</summary>
internal static class QuizErrors
{
    public static ErrorAnswer NotFound { get; } = Of(QuizRefusals.ContestNotFound);

    public static ErrorAnswer Of(Refusal refusal) => new(
        StatusOf(refusal.Code),
        refusal.Message,
        refusal.Code is "INVALID_CONTEST" ? refusal.Details : null,
        refusal.Code == Refusal.Busy.Code ? 1 : null);

    private static int StatusOf(string code) => code switch
    {
        "CONTEST_NOT_FOUND" => StatusCodes.Status404NotFound,
        "NOT_PARTICIPANT" => StatusCodes.Status403Forbidden,
        "ALREADY_SUBMITTED" or "CONTEST_EXISTS" => StatusCodes.Status409Conflict,
        "Busy" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
