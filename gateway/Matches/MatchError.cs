using System.Globalization;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>A <see cref="CodedErrorBody"/> with its status.</summary>
internal sealed record MatchError(int Status, CodedErrorBody Body, int? RetryAfterSeconds = null) : IResult
{
    public const string InvalidMatch = "INVALID_MATCH";
    public const string VoteLimitExceeded = "VOTE_LIMIT_EXCEEDED";

    public static MatchError NotFound { get; } = Of(MatchRefusals.MatchNotFound, StatusCodes.Status404NotFound);

    /// <summary>The body is not what the call wants.</summary>
    public static MatchError Invalid(string error, params IReadOnlyList<string> details) =>
        new(StatusCodes.Status400BadRequest, new CodedErrorBody(error, CodedErrorBody.Validation, details));

    /// <summary>Why a match does not do what an administrator or reader wants.</summary>
    public static MatchError Of(Refusal refusal) => Of(refusal, StatusOf(refusal.Code));

    /// <summary>Why a vote cannot be cast: to who votes, a match that is not there and one that takes no votes are the same.</summary>
    public static MatchError OfVote(Refusal refusal) =>
        refusal == MatchRefusals.MatchNotFound ? Of(refusal, StatusCodes.Status400BadRequest) : Of(refusal);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(Body, GatewayJson.Plain.CodedErrorBody);
    }

    private static MatchError Of(Refusal refusal, int status) =>
        new(status, new CodedErrorBody(refusal.Message, CodeOf(refusal.Code), refusal.Details ?? []), refusal.Code == Refusal.Busy.Code ? 1 : null);

    private static int StatusOf(string code) => code switch
    {
        "MatchNotFound" => StatusCodes.Status404NotFound,
        "Unauthorized" => StatusCodes.Status401Unauthorized,
        "MatchExists" or "InvalidTransition" or "LimitReached" => StatusCodes.Status409Conflict,
        "Busy" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string CodeOf(string code) => code switch
    {
        "MatchNotFound" or "NotActive" => InvalidMatch,
        "MatchExists" => "MATCH_EXISTS",
        "InvalidTransition" => "INVALID_TRANSITION",
        "LimitReached" => "LIMIT_REACHED",
        "Unauthorized" => "UNAUTHORIZED",
        "Busy" => "UNAVAILABLE",
        _ => CodedErrorBody.Validation,
    };
}
