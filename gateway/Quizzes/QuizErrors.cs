using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>What else is refused than a quiz itself refuses, and with which status all of it is answered over HTTP.</summary>
internal static class QuizErrors
{
    public static ErrorAnswer NotFound { get; } = Of(QuizRefusals.ContestNotFound);

    public static ErrorAnswer Of(Refusal refusal) => new(
        StatusOf(refusal.Code),
        refusal.Message,
        refusal.Code is "INVALID_CONTEST" ? refusal.Details : null,
        refusal.Code == Refusal.Busy.Code ? 1 : null);

    public static Refusal InvalidFormat { get; } = new("INVALID_EVENT", "Invalid message format");

    public static Refusal UnknownEvent { get; } = new("INVALID_EVENT", "Unknown event type");

    public static Refusal TooManyMessages { get; } = new("INVALID_EVENT", "Too many messages");

    public static Refusal NotInContest { get; } = QuizRefusals.NotParticipant with { Message = "Not in a contest" };

    /// <summary>The outcome is unknown. It may be tried again: an answer counts once.</summary>
    public static Refusal Unanswered { get; } = new("SERVER_ERROR", "This cannot be answered now; try again in a moment");

    private static int StatusOf(string code) => code switch
    {
        "CONTEST_NOT_FOUND" => StatusCodes.Status404NotFound,
        "NOT_PARTICIPANT" => StatusCodes.Status403Forbidden,
        "ALREADY_SUBMITTED" or "CONTEST_EXISTS" => StatusCodes.Status409Conflict,
        "Busy" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
