namespace OrleansContest.Gateway.Hub;

/// <summary>Why a request does not become a socket.</summary>
internal static class UpgradeRefusals
{
    public static IResult NotAWebSocket { get; } = Answer(StatusCodes.Status426UpgradeRequired, "This address serves WebSocket version 13 only");

    public static IResult Full { get; } = Answer(StatusCodes.Status503ServiceUnavailable, "Too many connections; try again in a moment");

    public static IResult TooManyOfOneAddress { get; } = Answer(StatusCodes.Status429TooManyRequests, "Too many connections from this address");

    public static IResult Stopping { get; } = Answer(StatusCodes.Status503ServiceUnavailable, "The gateway is stopping; try again in a moment");

    private static IResult Answer(int status, string error) => Results.Json(new { error }, statusCode: status);
}
