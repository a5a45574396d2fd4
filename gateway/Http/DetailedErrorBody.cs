namespace OrleansContest.Gateway.Http;

/// <summary>An error as the pileup-queue contract wants it, at its addresses: a sentence, and the same or more of it as its clients read it.</summary>
/// <param name="Error">One sentence a person can act on.</param>
/// <param name="Detail">The fields or reasons it concerns; the sentence again when that says it all.</param>
internal sealed record DetailedErrorBody(string Error, string Detail)
{
    private static readonly string[] addresses = ["/api/queue", "/api/public", "/api/admin", "/api/events", "/ws/connect"];

    public static bool IsWantedAt(PathString path) =>
        Array.Exists(addresses, address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase));

    /// <summary>What any call may be answered, in this shape.</summary>
    public static DetailedErrorBody Of(ErrorAnswer answer) =>
        new(answer.Error, answer.Details is { } details ? string.Join("; ", details) : answer.Error);
}
