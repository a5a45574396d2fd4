using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>The contract's messages, one by one.</summary>
internal static class ContestMessages
{
    public static UpdateDraft Created(LogEntry entry) => new("logEntry:created", Entry(entry));

    public static UpdateDraft Updated(LogEntry entry) => new("logEntry:updated", Entry(entry));

    public static UpdateDraft Deleted(string id) => new("logEntry:deleted", JsonBytes.Write(id, static (writer, id) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteEndObject();
    }));

    /// <summary>An hour, and beside it what keeps a spectator's scoreboard and multiplier count current.</summary>
    /// <param name="log">The log.</param>
    /// <param name="hour">The hour that changed.</param>
    /// <param name="operators">The operators whose figures changed in it.</param>
    public static UpdateDraft Recounted(ContestLog log, long hour, IEnumerable<string> operators) => new(
        "aggregate:updated",
        JsonBytes.Write((log, hour), static (writer, shown) => shown.log.Figures.Hour(shown.hour).WriteTo(writer, shown.log.ContestId)),
        JsonBytes.WriteMembers((log, operators), static (writer, shown) => WriteBeside(writer, shown.log, shown.operators)));

    /// <param name="log">The log.</param>
    /// <param name="entry">The dupe; it is shown with the earlier entry.</param>
    public static UpdateDraft Dupe(ContestLog log, LogEntry entry)
    {
        var original = log.Entries[log.Dupes.FirstLike(entry)!.Value]!;
        return new("dupe:detected", JsonBytes.Write((entry, original), static (writer, dupe) =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("entry"u8);
            new EntryWriter(writer, nulls: true).Write(dupe.entry);
            writer.WritePropertyName("duplicate"u8);
            new EntryWriter(writer, nulls: true).Write(dupe.original);
            writer.WriteEndObject();
        }));
    }

    /// <summary>The full state.</summary>
    public static ReadOnlyMemory<byte> Full(ContestLog log, DateTimeOffset at) => JsonBytes.Write((log, at), static (writer, shown) =>
    {
        var (log, at) = shown;
        writer.WriteStartObject();
        writer.WritePropertyName("contest"u8);
        JsonSerializer.Serialize(writer, log.Card, ContestJson.Plain.ContestCard!);
        writer.WriteStartArray("aggregates"u8);
        foreach (var hour in log.Figures.Hours)
        {
            hour.WriteTo(writer, log.ContestId);
        }

        writer.WriteEndArray();
        WriteScoreboard(writer, log.Figures.Ranking);
        writer.WritePropertyName("bandOccupancy"u8);
        JsonSerializer.Serialize(writer, log.BandOccupancy(at), ContestJson.Plain.BandOccupancy);
        writer.WriteEndObject();
    });

    private static byte[] Entry(LogEntry entry) =>
        JsonBytes.Write(entry, static (writer, entry) => new EntryWriter(writer, nulls: true).Write(entry));

    private static void WriteBeside(Utf8JsonWriter writer, ContestLog log, IEnumerable<string> operators)
    {
        writer.WriteStartObject();
        WriteScoreboard(writer, operators.Select(log.Figures.Operator));
        writer.WriteNumber("multipliers"u8, log.Figures.MultiplierCount);
        writer.WriteEndObject();
    }

    private static void WriteScoreboard(Utf8JsonWriter writer, IEnumerable<Figures.OperatorTotals> rows)
    {
        writer.WriteStartArray("scoreboard"u8);
        foreach (var row in rows)
        {
            row.WriteTo(writer);
        }

        writer.WriteEndArray();
    }
}
