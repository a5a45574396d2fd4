using System.Globalization;

namespace OrleansContest.Gateway.Http;

/// <summary>An <see cref="ErrorBody"/> with its status; where a contract wants errors of another shape, a <see cref="NamedErrorBody"/>, <see cref="CodedErrorBody"/> or <see cref="DetailedErrorBody"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">One sentence a person can act on.</param>
/// <param name="Details">The fields or reasons it concerns.</param>
/// <param name="RetryAfterSeconds">When the same call may succeed; null when it will not by waiting.</param>
internal sealed record ErrorAnswer(int Status, string Error, IReadOnlyList<string>? Details = null, int? RetryAfterSeconds = null) : IResult
{
    public static ErrorAnswer BadRequest(string error, params IReadOnlyList<string> details) =>
        new(StatusCodes.Status400BadRequest, error, details.Count == 0 ? null : details);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        return httpContext.Request.Path switch
        {
            var path when NamedErrorBody.IsWantedAt(path) => response.WriteAsJsonAsync(NamedErrorBody.Of(this), GatewayJson.Plain.NamedErrorBody),
            var path when CodedErrorBody.IsWantedAt(path) => response.WriteAsJsonAsync(CodedErrorBody.Of(this), GatewayJson.Plain.CodedErrorBody),
            var path when DetailedErrorBody.IsWantedAt(path) => response.WriteAsJsonAsync(DetailedErrorBody.Of(this), GatewayJson.Plain.DetailedErrorBody),
            _ => response.WriteAsJsonAsync(new ErrorBody(Error, Details), GatewayJson.Plain.ErrorBody),
        };
    }
}
