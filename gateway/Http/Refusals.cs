using System.Collections.Frozen;
using OrleansContest.Channels;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Gateway.Http;

/// <summary>The one place that says with which status a refusal is answered.</summary>
internal static class Refusals
{
    private static readonly FrozenDictionary<string, int> statuses = new Dictionary<string, int>
    {
        ["ContestNotFound"] = StatusCodes.Status404NotFound,
        ["EntryNotFound"] = StatusCodes.Status404NotFound,
        ["ContestExists"] = StatusCodes.Status409Conflict,
        ["EditWouldDuplicate"] = StatusCodes.Status409Conflict,
        ["MissingFields"] = StatusCodes.Status400BadRequest,
        ["Invalid"] = StatusCodes.Status400BadRequest,
        ["InvalidContest"] = StatusCodes.Status400BadRequest,
        ["InvalidMerge"] = StatusCodes.Status400BadRequest,
        ["InvalidSession"] = StatusCodes.Status400BadRequest,
        ["InvalidHeaders"] = StatusCodes.Status400BadRequest,
        [LogFormats.UnknownFormat] = StatusCodes.Status400BadRequest,
        ["LimitReached"] = StatusCodes.Status409Conflict,
        ["Unauthorized"] = StatusCodes.Status401Unauthorized,
        ["SessionMismatch"] = StatusCodes.Status403Forbidden,
        ["NotFound"] = StatusCodes.Status404NotFound,
        ["Conflict"] = StatusCodes.Status409Conflict,
        ["Forbidden"] = StatusCodes.Status403Forbidden,
        ["InvalidTransition"] = StatusCodes.Status400BadRequest,
        ["InvalidXml"] = StatusCodes.Status400BadRequest,
        ["InvalidRequest"] = StatusCodes.Status400BadRequest,
        ["Busy"] = StatusCodes.Status503ServiceUnavailable,
    }.ToFrozenDictionary();

    public static int StatusOf(Refusal refusal) =>
        statuses.TryGetValue(refusal.Code, out var status)
            ? status
            : throw new InvalidOperationException($"No status is known for the refusal {refusal.Code}.");

    public static ErrorAnswer Answer(Refusal refusal) =>
        new(StatusOf(refusal), refusal.Message, refusal.Details, refusal.Code == Refusal.Busy.Code ? 1 : null);
}
