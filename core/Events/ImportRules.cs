using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>How an export is taken over: in one step, and as far as it changes anything.</summary>
/// <remarks>The same export again changes nothing. What it lacks is gone, save results that were pushed and that it does not overrule.</remarks>
internal static class ImportRules
{
    public static Decision<EventFact> Import(LiveEvent live, EventSetup setup, ImportExport command)
    {
        if (!ExportReading.TryRead(command.Export, out var reading, out var refusal))
        {
            return refusal;
        }

        var fact = Compare(live, setup.Config.Strategy, reading, command.At);
        return ChangesNothing(fact)
            ? Decision<EventFact>.Accept(reading.Count)
            : Decision<EventFact>.Accept(reading.Count, fact);
    }

    private static ExportImported Compare(LiveEvent live, MergeStrategy strategy, ExportReading reading, DateTimeOffset at)
    {
        var (was, now, json) = (live.Structure, reading.Structure, EventJournalJson.Default);
        return new ExportImported(
            at,
            now.Details == was.Details ? null : now.Details,
            Changed(was.Classes, now.Classes, json.IReadOnlyListExportedClass),
            Changed(was.Participants, now.Participants, json.IReadOnlyListExportedParticipant),
            Changed(was.Races, now.Races, json.IReadOnlyListExportedRace),
            Changed(was.Courses, now.Courses, json.IReadOnlyListExportedCourse),
            [.. reading.Rows.Values.Where(row => live.Results.Find(row.RaceId, row.ParticipantId)?.Exported != row)],
            [.. live.Results.Entries.Where(entry => entry.Exported is not null).Select(KeyOf).Where(key => !reading.Rows.ContainsKey(key))],
            [.. live.Results.Entries.Where(entry => Yields(entry, strategy, reading)).Select(KeyOf)]);
    }

    private static bool Yields(RunEntry entry, MergeStrategy strategy, ExportReading reading) =>
        entry.Pushed is not null
        && entry.YieldsTo(reading.Rows.GetValueOrDefault(KeyOf(entry))?.Run ?? RunFigures.None, strategy);

    private static RunKey KeyOf(RunEntry entry) => new(entry.RaceId, entry.ParticipantId);

    private static IReadOnlyList<T>? Changed<T>(IReadOnlyList<T> was, IReadOnlyList<T> now, JsonTypeInfo<IReadOnlyList<T>> type) =>
        JsonSerializer.SerializeToUtf8Bytes(was, type).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(now, type)) ? null : now;

    private static bool ChangesNothing(ExportImported fact) => fact is
    {
        Details: null,
        Classes: null,
        Participants: null,
        Races: null,
        Courses: null,
        Rows.Count: 0,
        Gone.Count: 0,
        Settled.Count: 0,
    };
}
