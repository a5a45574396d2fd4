using System.Globalization;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Every reason for which an event says no. The codes are the contract's names of errors.</summary>
public static class EventRefusals
{
    public static Refusal EventNotFound { get; } = new("NotFound", "Event not found");

    public static Refusal RaceNotFound { get; } = new("NotFound", "Race not found");

    public static Refusal NoKey { get; } = new("Unauthorized", "Missing or invalid X-API-Key header");

    public static Refusal WrongKey { get; } = new("Unauthorized", "Invalid API key");

    public static Refusal EventExists(string eventId) => new("Conflict", $"Event already exists: {eventId}");

    public static Refusal KeyNotYetValid(DateTimeOffset from) => new("Unauthorized", $"API key is not valid before {Iso(from)}");

    public static Refusal KeyExpired(DateTimeOffset until) => new("Unauthorized", $"API key expired at {Iso(until)}");

    /// <param name="type">What was sent: <c>xml</c>, <c>oncourse</c> or <c>results</c>.</param>
    /// <param name="status">Where the event is.</param>
    public static Refusal NotAccepted(string type, EventStatus status) =>
        new("Forbidden", $"Data type '{type}' not accepted in '{LifeCycle.Word(status)}' state");

    /// <summary>Its details are the words of the states that may follow.</summary>
    public static Refusal InvalidTransition(EventStatus from, EventStatus to)
    {
        IReadOnlyList<string> next = [.. LifeCycle.Next(from).Select(LifeCycle.Word)];
        var valid = next.Count == 0 ? "none" : string.Join(", ", next);
        return new(
            "InvalidTransition",
            $"Cannot go from '{LifeCycle.Word(from)}' to '{LifeCycle.Word(to)}'. Valid transitions: {valid}",
            next);
    }

    /// <param name="reasons">One sentence for each thing that is wrong.</param>
    public static Refusal InvalidEvent(params IReadOnlyList<string> reasons) => Invalid("Event is not valid", reasons);

    /// <param name="reasons">One sentence for each thing that is wrong.</param>
    public static Refusal InvalidConfig(params IReadOnlyList<string> reasons) => Invalid("Configuration is not valid", reasons);

    /// <param name="reason">What is wrong, and where, in one sentence.</param>
    public static Refusal InvalidExport(string reason) => new("InvalidXml", reason);

    /// <param name="reasons">One sentence for each thing that is wrong.</param>
    public static Refusal InvalidPush(params IReadOnlyList<string> reasons) => Invalid("Pushed data is not valid", reasons);

    private static Refusal Invalid(string what, IReadOnlyList<string> reasons) =>
        new("InvalidRequest", $"{what}: {string.Join(' ', reasons)}", reasons);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
