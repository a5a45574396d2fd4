using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Collects the updates of one event: entries first, then the hours they touch, then the dupes they turned out to be.</summary>
internal sealed class UpdateList(ContestLog log)
{
    private readonly List<UpdateDraft> updates = [];
    private readonly List<LogEntry> dupes = [];
    private readonly SortedDictionary<long, SortedSet<string>> hours = [];

    public UpdateList Updated(LogEntry entry)
    {
        updates.Add(ContestMessages.Updated(entry));
        return this;
    }

    public UpdateList Deleted(string id)
    {
        updates.Add(ContestMessages.Deleted(id));
        return this;
    }

    /// <summary>Entries that count differently; those that became dupes by it are detected.</summary>
    public UpdateList Restated(IReadOnlyList<Standing> standings)
    {
        foreach (var standing in standings)
        {
            var entry = log.Entries.Find(standing.Id)!;
            Updated(entry);
            if (standing.Recounts)
            {
                Recounted(entry).Detect(entry);
            }
        }

        return this;
    }

    /// <summary>The hour and the operator that an entry counts for, or counted for, have other figures now.</summary>
    public UpdateList Recounted(LogEntry entry)
    {
        if (!hours.TryGetValue(entry.Hour(), out var operators))
        {
            hours.Add(entry.Hour(), operators = new(StringComparer.Ordinal));
        }

        operators.Add(entry.Operator());
        return this;
    }

    /// <summary>If the entry is a dupe, says so after everything else.</summary>
    public UpdateList Detect(LogEntry entry)
    {
        if (entry.IsDupe)
        {
            dupes.Add(entry);
        }

        return this;
    }

    public IReadOnlyList<UpdateDraft> Finish() =>
    [
        .. updates,
        .. hours.Select(hour => ContestMessages.Recounted(log, hour.Key, hour.Value)),
        .. dupes.Select(entry => ContestMessages.Dupe(log, entry)),
    ];
}
