using System.Globalization;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Pileups;

/// <summary>An error of the pileups' HTTP calls, in the contract's words.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">The contract's text.</param>
/// <param name="RetryAfterSeconds">When the same call may succeed; null when it will not by waiting.</param>
/// <param name="Challenge">How to authenticate, with 401.</param>
internal sealed record PileupError(int Status, string Error, int? RetryAfterSeconds = null, string? Challenge = null) : IResult
{
    public const string NoOperator = "Admin credentials not configured";

    public const string TooManyAttempts = "Too many failed attempts; try again in a minute";

    public const string Unavailable = "This cannot be answered now; try again in a moment";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Challenge is not null)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        return response.WriteAsJsonAsync(new DetailedErrorBody(Error, Error), GatewayJson.Plain.DetailedErrorBody);
    }
}
