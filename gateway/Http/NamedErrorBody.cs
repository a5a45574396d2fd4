using System.Text.Json.Serialization;

namespace OrleansContest.Gateway.Http;

/// <summary>An error as the live-event contract wants it, under <c>/api/v1</c>: a name for programs and a sentence for people.</summary>
/// <param name="Error">Its name; never reused for another meaning.</param>
/// <param name="Message">One sentence a person can act on.</param>
/// <param name="MaxConnections">How many may watch, where that is the reason.</param>
/// <param name="CurrentStatus">Where the event is, where that is the reason.</param>
/// <param name="RequestedStatus">Where it should go.</param>
/// <param name="ValidTransitions">Where it may go.</param>
internal sealed record NamedErrorBody(
    string Error,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MaxConnections = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CurrentStatus = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RequestedStatus = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ValidTransitions = null)
{
    public static bool IsWantedAt(PathString path) => path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);

    /// <summary>What any call may be answered, in this shape.</summary>
    public static NamedErrorBody Of(ErrorAnswer answer) =>
        new(NameOf(answer.Status), answer.Details is { } details ? $"{answer.Error}: {string.Join("; ", details)}" : answer.Error);

    private static string NameOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Unauthorized",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status405MethodNotAllowed => "MethodNotAllowed",
        StatusCodes.Status408RequestTimeout => "RequestTimeout",
        StatusCodes.Status413PayloadTooLarge => "PayloadTooLarge",
        StatusCodes.Status415UnsupportedMediaType => "UnsupportedMediaType",
        StatusCodes.Status426UpgradeRequired => "UpgradeRequired",
        StatusCodes.Status429TooManyRequests => "TooManyRequests",
        StatusCodes.Status500InternalServerError => "InternalError",
        StatusCodes.Status503ServiceUnavailable => "Unavailable",
        _ => "InvalidRequest",
    };
}
