namespace OrleansContest.Channels;

/// <summary>What the rules say to a command: events to record and the caller's answer, or a refusal.</summary>
/// <remarks>No events and no refusal: accepted, and nothing changed (a retry of what was done before).</remarks>
public sealed class Decision<TEvent>
{
    private Decision(IReadOnlyList<TEvent> events, object? answer, Refusal? refusal) =>
        (Events, Answer, Refusal) = (events, answer, refusal);

    /// <summary>In order. They are recorded together or not at all.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>What the caller gets once the events are durable; null when refused.</summary>
    public object? Answer { get; }

    public Refusal? Refusal { get; }

    public static Decision<TEvent> Accept(object answer, params IReadOnlyList<TEvent> events) => new(events, answer, null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], null, refusal);
}
