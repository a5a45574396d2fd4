namespace OrleansContest.Gateway.Http;

/// <summary>An error as the match-votes contract wants it, under <c>/api/vote</c> and <c>/api/matches</c>.</summary>
/// <param name="Error">One sentence a person can act on.</param>
/// <param name="Code">Its name for programs; never reused for another meaning.</param>
/// <param name="Details">The fields or reasons it concerns; empty when the sentence says it all.</param>
internal sealed record CodedErrorBody(string Error, string Code, IReadOnlyList<string> Details)
{
    public const string Validation = "VALIDATION_ERROR";
    public const string RateLimit = "RATE_LIMIT_EXCEEDED";

    public static bool IsWantedAt(PathString path) =>
        path.StartsWithSegments("/api/vote", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/api/matches", StringComparison.OrdinalIgnoreCase);

    /// <summary>What any call may be answered, in this shape.</summary>
    public static CodedErrorBody Of(ErrorAnswer answer) => new(answer.Error, CodeOf(answer.Status), answer.Details ?? []);

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "UNAUTHORIZED",
        StatusCodes.Status403Forbidden => "FORBIDDEN",
        StatusCodes.Status404NotFound => "NOT_FOUND",
        StatusCodes.Status405MethodNotAllowed => "METHOD_NOT_ALLOWED",
        StatusCodes.Status408RequestTimeout => "REQUEST_TIMEOUT",
        StatusCodes.Status413PayloadTooLarge => "PAYLOAD_TOO_LARGE",
        StatusCodes.Status415UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
        StatusCodes.Status429TooManyRequests => RateLimit,
        StatusCodes.Status500InternalServerError => "INTERNAL_ERROR",
        StatusCodes.Status503ServiceUnavailable => "UNAVAILABLE",
        _ => Validation,
    };
}
