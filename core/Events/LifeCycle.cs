namespace OrleansContest.Events;

/// <summary>What may follow what in the life of an event, and what it takes in meanwhile.</summary>
public static class LifeCycle
{
    /// <summary>The states that may follow, in the contract's order.</summary>
    public static IReadOnlyList<EventStatus> Next(EventStatus status) => status switch
    {
        EventStatus.Draft => [EventStatus.Startlist],
        EventStatus.Startlist => [EventStatus.Running, EventStatus.Draft],
        EventStatus.Running => [EventStatus.Finished],
        EventStatus.Finished => [EventStatus.Official, EventStatus.Running],
        _ => [],
    };

    public static bool TakesXml(EventStatus status) => status != EventStatus.Official;

    public static bool TakesOnCourse(EventStatus status) => status == EventStatus.Running;

    public static bool TakesResults(EventStatus status) => status is EventStatus.Running or EventStatus.Finished;

    /// <summary>The contract's word for a state.</summary>
    public static string Word(EventStatus status) => status switch
    {
        EventStatus.Draft => "draft",
        EventStatus.Startlist => "startlist",
        EventStatus.Running => "running",
        EventStatus.Finished => "finished",
        _ => "official",
    };
}
