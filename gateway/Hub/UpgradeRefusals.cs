using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Hub;

/// <summary>Why a request does not become a socket.</summary>
internal static class UpgradeRefusals
{
    public static IResult NotAWebSocket { get; } =
        new ErrorAnswer(StatusCodes.Status426UpgradeRequired, "This address serves WebSocket version 13 only");

    public static IResult Full { get; } =
        new ErrorAnswer(StatusCodes.Status503ServiceUnavailable, "Too many connections; try again in a moment", RetryAfterSeconds: 5);

    public static IResult TooManyOfOneAddress { get; } =
        new ErrorAnswer(StatusCodes.Status429TooManyRequests, "Too many connections from this address", RetryAfterSeconds: 5);

    public static IResult Stopping { get; } =
        new ErrorAnswer(StatusCodes.Status503ServiceUnavailable, "The gateway is stopping; try again in a moment", RetryAfterSeconds: 5);
}
