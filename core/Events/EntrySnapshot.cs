namespace OrleansContest.Events;

/// <summary>One start, as it is kept.</summary>
/// <param name="Exported">What the export says; null when it says nothing.</param>
/// <param name="Pushed">What was pushed; null when the export is the authority.</param>
/// <param name="Earlier">What was asserted before.</param>
internal sealed record EntrySnapshot(ResultRow? Exported, PushedResult? Pushed, IReadOnlyList<RunFigures> Earlier)
{
    public static EntrySnapshot Of(RunEntry entry) => new(entry.Exported, entry.Pushed, entry.Earlier);

    public void RestoreTo(ResultBook book)
    {
        var entry = book.Open(Exported?.RaceId ?? Pushed!.RaceId, Exported?.ParticipantId ?? Pushed!.ParticipantId);
        entry.Exported = Exported;
        if (Pushed is not null)
        {
            entry.Restore(Pushed, Earlier);
        }
    }
}
