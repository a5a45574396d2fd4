using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Collects the updates of one event: entries first, then the hours they touch, then the dupes they turned out to be.</summary>
internal sealed class UpdateList(ContestLog log)
{
    private readonly List<UpdateDraft> updates = [];
    private readonly List<LogEntry> found = [];
    private readonly SortedDictionary<long, SortedSet<string>> hours = [];

    public UpdateList Created(LogEntry entry)
    {
        Add("logEntry:created", entry);
        return Detect(entry);
    }

    public UpdateList Updated(LogEntry entry)
    {
        Add("logEntry:updated", entry);
        return this;
    }

    public UpdateList Deleted(string id)
    {
        updates.Add(new("logEntry:deleted", JsonBytes.Write(id, static (writer, id) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteEndObject();
        })));
        return this;
    }

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
            found.Add(entry);
        }

        return this;
    }

    public IReadOnlyList<UpdateDraft> Finish()
    {
        foreach (var (hour, operators) in hours)
        {
            updates.Add(new("aggregate:updated", Aggregate(hour), Beside(operators)));
        }

        foreach (var entry in found)
        {
            var original = log.Entries[log.Dupes.FirstLike(entry)!.Value]!;
            updates.Add(new("dupe:detected", JsonBytes.Write((entry, original), WriteDupe)));
        }

        return updates;
    }

    private void Add(string type, LogEntry entry) =>
        updates.Add(new(type, JsonBytes.Write(
            entry, static (writer, entry) => JsonSerializer.Serialize(writer, entry, ContestJson.Default.LogEntry))));

    private byte[] Aggregate(long hour) => JsonBytes.Write(
        log.Figures.Hour(hour).Show(log.ContestId),
        static (writer, shown) => JsonSerializer.Serialize(writer, shown, ContestJson.Default.LogAggregate));

    /// <summary>What keeps a spectator's scoreboard and multiplier count current, whichever hours it shows.</summary>
    private ReadOnlyMemory<byte> Beside(SortedSet<string> operators) => JsonBytes.WriteMembers(
        (log.Figures, operators),
        static (writer, shown) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("scoreboard"u8);
            foreach (var name in shown.operators)
            {
                JsonSerializer.Serialize(writer, shown.Figures.Operator(name).Show(), ContestJson.Default.ScoreboardRow);
            }

            writer.WriteEndArray();
            writer.WriteNumber("multipliers"u8, shown.Figures.MultiplierCount);
            writer.WriteEndObject();
        });

    private static void WriteDupe(Utf8JsonWriter writer, (LogEntry Entry, LogEntry Original) dupe)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("entry"u8);
        JsonSerializer.Serialize(writer, dupe.Entry, ContestJson.Default.LogEntry);
        writer.WritePropertyName("duplicate"u8);
        JsonSerializer.Serialize(writer, dupe.Original, ContestJson.Default.LogEntry);
        writer.WriteEndObject();
    }
}
