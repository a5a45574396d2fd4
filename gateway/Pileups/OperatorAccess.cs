using System.Net.Http.Headers;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Lets a call through only for the operator, by HTTP Basic authentication (RFC 7617).</summary>
internal static class OperatorAccess
{
    private const string Scheme = "Basic";

    public static RouteGroupBuilder RequireOperator(this RouteGroupBuilder routes)
    {
        routes.AddEndpointFilter(CheckAsync);
        return routes;
    }

    private static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        var door = context.RequestServices.GetRequiredService<OperatorDoor>();
        var (user, password) = Read(context.Request);
        if (user is null && door.HasOperator)
        {
            return ValueTask.FromResult<object?>(Unauthorized("Not authenticated"));
        }

        return door.Try(context.Connection.RemoteIpAddress, user, password) switch
        {
            Entry.Granted => next(call),
            Entry.NoOperator => ValueTask.FromResult<object?>(new PileupError(StatusCodes.Status503ServiceUnavailable, PileupError.NoOperator)),
            Entry.TooManyAttempts => ValueTask.FromResult<object?>(
                new PileupError(StatusCodes.Status429TooManyRequests, PileupError.TooManyAttempts, RetryAfterSeconds: 60)),
            _ => ValueTask.FromResult<object?>(Unauthorized("Invalid credentials")),
        };
    }

    private static PileupError Unauthorized(string error) => new(StatusCodes.Status401Unauthorized, error, Challenge: $"{Scheme} realm=\"pileup\", charset=\"UTF-8\"");

    /// <returns>Nulls when the request shows no such credentials.</returns>
    private static (string? User, string? Password) Read(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers[HeaderNames.Authorization], out var shown)
            || !Scheme.Equals(shown.Scheme, StringComparison.OrdinalIgnoreCase) || shown.Parameter is null)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[1_024];
        if (!Convert.TryFromBase64String(shown.Parameter, bytes, out var length))
        {
            return default;
        }

        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? default : (text[..colon], text[(colon + 1)..]);
    }
}
