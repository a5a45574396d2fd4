namespace OrleansContest.Events;

/// <summary>Everything of an event that cannot be worked out anew. Who is on the course is not part of it.</summary>
/// <param name="Setup">Null when there is no such event.</param>
/// <param name="Structure">What it is made of.</param>
/// <param name="Entries">All its starts.</param>
internal sealed record EventSnapshot(EventSetup? Setup, EventStructure Structure, IReadOnlyList<EntrySnapshot> Entries)
{
    public static EventSnapshot Of(LiveEvent live) => new(live.Setup, live.Structure, [.. live.Results.Entries.Select(EntrySnapshot.Of)]);

    public LiveEvent ToEvent(string eventId)
    {
        var live = new LiveEvent(eventId);
        live.Restore(Setup, Structure, Entries);
        return live;
    }
}
