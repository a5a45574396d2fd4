using System.Globalization;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Http;

/// <summary>A <see cref="NamedErrorBody"/> with its status.</summary>
internal sealed record NamedError(int Status, NamedErrorBody Body, int? RetryAfterSeconds = null) : IResult
{
    public static NamedError Of(Refusal refusal) =>
        new(Refusals.StatusOf(refusal), new NamedErrorBody(refusal.Code, refusal.Message), refusal.Code == Refusal.Busy.Code ? 1 : null);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(Body, GatewayJson.Plain.NamedErrorBody);
    }
}
