namespace OrleansContest.Events;

/// <summary>What the rules know of one event: what it is made of, every start, and who is on the course.</summary>
/// <remarks>Changed by one runner only, fact by fact. What its queries give is a copy, or never changes.</remarks>
public sealed class LiveEvent
{
    internal LiveEvent(string eventId) => EventId = eventId;

    public string EventId { get; }

    /// <summary>Null while there is no such event: before it is created, and when it is deleted.</summary>
    internal EventSetup? Setup { get; private set; }

    internal EventStructure Structure { get; private set; } = EventStructure.None;

    internal EventIndex Index { get; private set; } = new(EventStructure.None);

    internal ResultBook Results { get; private set; } = new();

    internal OnCourseBoard OnCourse { get; private set; } = new();

    /// <summary>What the last fact changed in the results.</summary>
    internal IReadOnlyList<RaceChange> Changes { get; private set; } = [];

    internal bool HasExport => Structure.Details is not null;

    public void Apply(EventFact fact)
    {
        Changes = [];
        switch (fact)
        {
            case EventCreated e:
                Setup = e.Setup;
                break;
            case EventDeleted:
                Forget();
                break;
            case StatusChanged e:
                Setup = Setup! with { Status = e.To, StatusChangedAt = e.At };
                break;
            case EventConfigured e:
                Setup = Setup! with { Config = e.Config };
                break;
            case ExportImported e:
                Import(e);
                break;
            case ResultsPushed e:
                Changes = Results.Push(Index, e.Results);
                break;
            case OnCourseSeen e:
                OnCourse.See(e.Reports, e.At);
                break;
            default:
                throw new ArgumentException($"An event knows no {fact.GetType().Name}.", nameof(fact));
        }
    }

    /// <summary>Takes up what was kept of it.</summary>
    internal void Restore(EventSetup? setup, EventStructure structure, IEnumerable<EntrySnapshot> entries)
    {
        (Setup, Structure, Index) = (setup, structure, new EventIndex(structure));
        foreach (var kept in entries)
        {
            kept.RestoreTo(Results);
        }

        Results.Rearrange(Index);
    }

    private void Forget()
    {
        (Setup, Structure, Index) = (null, EventStructure.None, new EventIndex(EventStructure.None));
        (Results, OnCourse) = (new ResultBook(), new OnCourseBoard());
    }

    private void Import(ExportImported import)
    {
        Structure = new EventStructure(
            import.Details ?? Structure.Details,
            import.Classes ?? Structure.Classes,
            import.Participants ?? Structure.Participants,
            import.Races ?? Structure.Races,
            import.Courses ?? Structure.Courses);
        Index = new EventIndex(Structure);
        foreach (var row in import.Rows)
        {
            Results.Open(row.RaceId, row.ParticipantId).Exported = row;
        }

        foreach (var key in import.Gone)
        {
            Results.Open(key.RaceId, key.ParticipantId).Exported = null;
        }

        foreach (var key in import.Settled)
        {
            Results.Open(key.RaceId, key.ParticipantId).Settle();
        }

        Results.Rearrange(Index);
        OnCourse.Keep(Index);
    }
}
