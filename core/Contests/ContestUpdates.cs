using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>What spectators see of a contest: each event as the contract's messages, in the contract's order.</summary>
internal static class ContestUpdates
{
    public static IReadOnlyList<UpdateDraft> Of(ContestLog log, ContestEvent @event) => @event switch
    {
        QsoLogged { Entry: { IsDupe: false } e } => [ContestMessages.Created(e), Recounted(log, e)],
        QsoLogged { Entry: { } e } => [ContestMessages.Created(e), Recounted(log, e), ContestMessages.Dupe(log, e)],
        QsoEdited e => Of(log, e),
        QsoDeleted e => Of(log, e),
        QsosMerged e => new UpdateList(log).Restated(e.Standings).Finish(),
        _ => [],
    };

    private static UpdateDraft Recounted(ContestLog log, LogEntry entry) =>
        ContestMessages.Recounted(log, entry.Hour(), [entry.Operator()]);

    private static IReadOnlyList<UpdateDraft> Of(ContestLog log, QsoEdited edited)
    {
        var updates = new UpdateList(log).Updated(edited.After).Restated(edited.Others);
        if (edited.After.CountsOtherThan(edited.Before))
        {
            updates.Recounted(edited.Before).Recounted(edited.After);
        }

        return (BecameDupe(log, edited) ? updates.Detect(edited.After) : updates).Finish();
    }

    /// <summary>Of nobody's dupe, or of somebody else's than before.</summary>
    private static bool BecameDupe(ContestLog log, QsoEdited edited) =>
        edited.After.IsDupe && (!edited.Before.IsDupe || log.Dupes.KeyOf(edited.After) != log.Dupes.KeyOf(edited.Before));

    private static IReadOnlyList<UpdateDraft> Of(ContestLog log, QsoDeleted deleted)
    {
        var updates = new UpdateList(log).Deleted(deleted.Entry.Id).Restated(deleted.Others);
        if (deleted.Entry.Counts())
        {
            updates.Recounted(deleted.Entry);
        }

        return updates.Finish();
    }
}
