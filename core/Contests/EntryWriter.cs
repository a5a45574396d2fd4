using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Writes an entry as <see cref="ContestJson"/> does, or as <see cref="ContestJournalJson"/> does: without what is null.</summary>
/// <remarks>By hand, because every contact is written twice or three times; tests hold the two against each other.</remarks>
internal readonly struct EntryWriter(Utf8JsonWriter writer, bool nulls)
{
    public void Write(LogEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, entry.Id);
        writer.WriteString("stationId"u8, entry.StationId);
        writer.WriteString("contestId"u8, entry.ContestId);
        Text("clubId"u8, entry.ClubId);
        Text("operatorCallsign"u8, entry.OperatorCallsign);
        writer.WriteString("source"u8, entry.Source);
        writer.WriteString("dedupeKey"u8, entry.DedupeKey);
        WriteContact(entry);
        writer.WriteNumber("points"u8, entry.Points);
        Text("multiplier"u8, entry.Multiplier);
        writer.WriteBoolean("isDupe"u8, entry.IsDupe);
        WriteRemarks(entry);
        WriteHistory(entry);
        Text("exchangeSent"u8, entry.ExchangeSent);
        Number("transmitter"u8, entry.Transmitter);
        writer.WriteEndObject();
    }

    private void WriteContact(LogEntry entry)
    {
        writer.WriteString("callsign"u8, entry.Callsign);
        writer.WriteString("band"u8, entry.Band);
        writer.WriteString("mode"u8, entry.Mode);
        Number("frequency"u8, entry.Frequency);
        Text("rstSent"u8, entry.RstSent);
        Text("rstRcvd"u8, entry.RstRcvd);
        Text("exchange"u8, entry.Exchange);
        Number("power"u8, entry.Power);
        Span<byte> date = stackalloc byte[10];
        entry.QsoDate.TryFormat(date, out _, "O");
        writer.WriteString("qsoDate"u8, date);
        writer.WriteString("qsoTime"u8, entry.QsoTime);
    }

    private void WriteRemarks(LogEntry entry)
    {
        Text("name"u8, entry.Name);
        Text("state"u8, entry.State);
        Text("grid"u8, entry.Grid);
        Text("notes"u8, entry.Notes);
    }

    private void WriteHistory(LogEntry entry)
    {
        Text("mergeStatus"u8, entry.MergeStatus switch
        {
            null => null,
            MergeStatus.Primary => "primary",
            MergeStatus.DuplicateOf => "duplicate_of",
            _ => "merged",
        });
        Text("mergedIntoId"u8, entry.MergedIntoId);
        UtcMilliseconds.Write(writer, "createdAt"u8, entry.CreatedAt);
        UtcMilliseconds.Write(writer, "updatedAt"u8, entry.UpdatedAt);
    }

    private void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null || nulls)
        {
            writer.WriteString(name, text);
        }
    }

    private void Number(ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else if (nulls)
        {
            writer.WriteNull(name);
        }
    }
}
