using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>The contract's messages, one by one.</summary>
internal static class EventMessages
{
    private static readonly byte[] nothing = "{}"u8.ToArray();

    /// <summary>The event is no more. No client is sent this: it is told by being closed.</summary>
    public static UpdateDraft Deleted { get; } = new("deleted", nothing);

    /// <summary>What has changed cannot be told line by line.</summary>
    private static UpdateDraft Refresh { get; } = new("refresh", nothing);

    /// <summary>Everything, after an export.</summary>
    public static UpdateDraft Whole(LiveEvent live, DateTimeOffset at) => new("full", Full(live, at));

    public static UpdateDraft Status(EventStatus status) => new("diff", JsonBytes.Write(status, static (writer, status) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status"u8, LifeCycle.Word(status));
        writer.WriteEndObject();
    }));

    /// <summary>The lines of a race that have changed.</summary>
    public static UpdateDraft Changed(RaceChange change) => change.IsAmbiguous ? Refresh : new("diff", JsonBytes.Write(change, static (writer, change) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("results"u8);
        foreach (var line in change.Gone)
        {
            ResultWriter.WriteGone(writer, line);
        }

        foreach (var line in change.Lines)
        {
            ResultWriter.Write(writer, line);
        }

        writer.WriteEndArray();
        writer.WriteString("raceId"u8, change.RaceId);
        writer.WriteEndObject();
    }));

    /// <summary>Who is on the course: the whole list, which is in every full state too.</summary>
    public static Moment OnCourse(LiveEvent live, DateTimeOffset at) => new(
        "oncourse",
        "diff",
        JsonBytes.Write(live.OnCourseAt(at), static (writer, entries) =>
        {
            writer.WriteStartObject();
            Write(writer, entries);
            writer.WriteEndObject();
        }),
        IsInFull: true);

    public static ReadOnlyMemory<byte> Full(LiveEvent live, DateTimeOffset at) => JsonBytes.Write((live, at), static (writer, shown) =>
    {
        var (live, json) = (shown.live, EventJson.Plain);
        writer.WriteStartObject();
        writer.WritePropertyName("event"u8);
        JsonSerializer.Serialize(writer, live.Detail(), json.PublicEventDetail);
        writer.WritePropertyName("classes"u8);
        JsonSerializer.Serialize(writer, live.Index.Classes, json.IReadOnlyListPublicClass);
        writer.WritePropertyName("races"u8);
        JsonSerializer.Serialize(writer, live.Races(), json.IReadOnlyListPublicRace);
        writer.WritePropertyName("categories"u8);
        JsonSerializer.Serialize(writer, live.Index.Categories, json.IReadOnlyListPublicAggregatedCategory);
        WriteResults(writer, live);
        Write(writer, live.OnCourseAt(shown.at));
        writer.WriteEndObject();
    });

    private static void WriteResults(Utf8JsonWriter writer, LiveEvent live)
    {
        writer.WriteStartObject("results"u8);
        foreach (var race in live.Index.Races)
        {
            writer.WriteStartArray(race.RaceId);
            foreach (var line in live.Results.Lines(live.Index, race))
            {
                ResultWriter.Write(writer, line);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<PublicOnCourseEntry> entries)
    {
        writer.WritePropertyName("oncourse"u8);
        JsonSerializer.Serialize(writer, entries, EventJson.Plain.IReadOnlyListPublicOnCourseEntry);
    }
}
