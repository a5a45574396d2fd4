namespace OrleansContest.Channels;

/// <summary>What the rules say to a command: events to record and the caller's answer, or a refusal.</summary>
/// <remarks>No events and no refusal: accepted, and nothing changed (a retry of what was done before).</remarks>
public sealed class Decision<TEvent>
{
    private Decision(IReadOnlyList<TEvent> events, object? answer, Refusal? refusal, bool isPassing = false) =>
        (Events, Answer, Refusal, IsPassing) = (events, answer, refusal, isPassing);

    /// <summary>Accepted, and there is nobody to answer: what the rules say when time alone asks.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], null, null);

    /// <summary>In order. They are recorded together or not at all.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Whether the events change the state only while it is in memory: they are not recorded and yield no updates.</summary>
    public bool IsPassing { get; }

    /// <summary>What the caller gets once the events are durable; null when refused.</summary>
    public object? Answer { get; }

    public Refusal? Refusal { get; }

    public static Decision<TEvent> Accept(object answer, params IReadOnlyList<TEvent> events) => new(events, answer, null);

    /// <summary>Accepts something of the moment. What it changes is seen in <see cref="Moments"/>, and lost with the memory.</summary>
    public static Decision<TEvent> AcceptPassing(object answer, params IReadOnlyList<TEvent> events) => new(events, answer, null, isPassing: true);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], null, refusal);
}
