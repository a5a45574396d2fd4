using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>What spectators see of each fact, as the contract's messages.</summary>
internal static class EventUpdates
{
    public static IEnumerable<UpdateDraft> Of(LiveEvent live, EventFact fact) => fact switch
    {
        EventCreated e => [EventMessages.Whole(live, e.Setup.CreatedAt)],
        EventDeleted => [EventMessages.Deleted],
        StatusChanged e => [EventMessages.Status(e.To)],
        ExportImported e => [EventMessages.Whole(live, e.At)],
        ResultsPushed => live.Changes.Select(EventMessages.Changed),
        _ => [],
    };
}
