using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>The contract's events: each carries what it names whole, so that the latest of a name is all there is to know.</summary>
internal static class PileupMessages
{
    private const string CurrentQso = "current_qso";
    private const string QueueUpdate = "queue_update";
    private const string StatusOfSystem = "system_status";
    private const string FrequencyUpdate = "frequency_update";
    private const string SplitUpdate = "split_update";

    public static UpdateDraft Current(Pileup pileup) => Draft(CurrentQso, pileup, WriteCurrent);

    public static UpdateDraft Queue(Pileup pileup) => Draft(QueueUpdate, pileup, WriteQueue);

    public static UpdateDraft Status(Pileup pileup) => Draft(StatusOfSystem, pileup, WriteStatus);

    public static UpdateDraft Frequency(Pileup pileup) => Draft(FrequencyUpdate, pileup, WriteFrequency);

    public static UpdateDraft Split(Pileup pileup) => Draft(SplitUpdate, pileup, WriteSplit);

    /// <summary>The greeting's <c>state</c>.</summary>
    public static ReadOnlyMemory<byte> Full(Pileup pileup) => JsonBytes.Write(pileup, static (writer, pileup) =>
    {
        writer.WriteStartObject();
        Member(writer, StatusOfSystem, pileup, WriteStatus);
        Member(writer, CurrentQso, pileup, WriteCurrent);
        Member(writer, FrequencyUpdate, pileup, WriteFrequency);
        Member(writer, SplitUpdate, pileup, WriteSplit);
        Member(writer, QueueUpdate, pileup, WriteQueue);
        writer.WriteEndObject();
    });

    private static UpdateDraft Draft(string name, Pileup pileup, Action<Utf8JsonWriter, Pileup> write) =>
        new(name, JsonBytes.Write(pileup, write));

    private static void Member(Utf8JsonWriter writer, string name, Pileup pileup, Action<Utf8JsonWriter, Pileup> write)
    {
        writer.WritePropertyName(name);
        write(writer, pileup);
    }

    private static void WriteCurrent(Utf8JsonWriter writer, Pileup pileup) =>
        JsonSerializer.Serialize(writer, pileup.Current!, PileupJson.Default.CurrentContact);

    private static void WriteQueue(Utf8JsonWriter writer, Pileup pileup)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("queue"u8);
        JsonSerializer.Serialize(writer, pileup.Entries, PileupJson.Default.IReadOnlyListQueueEntry);
        writer.WriteNumber("total"u8, pileup.Queue.Count);
        writer.WriteNumber("max_size"u8, pileup.MaxSize);
        writer.WriteBoolean("system_active"u8, pileup.Status.Active);
        writer.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter writer, Pileup pileup)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("active"u8, pileup.Status.Active);
        WriteMoment(writer, pileup.Status.LastUpdated);
        writer.WriteEndObject();
    }

    private static void WriteFrequency(Utf8JsonWriter writer, Pileup pileup) => WriteAnnouncement(writer, "frequency", pileup.Frequency);

    private static void WriteSplit(Utf8JsonWriter writer, Pileup pileup) => WriteAnnouncement(writer, "split", pileup.Split);

    private static void WriteAnnouncement(Utf8JsonWriter writer, string name, Announcement announcement)
    {
        writer.WriteStartObject();
        writer.WriteString(name, announcement.Text);
        WriteMoment(writer, announcement.LastUpdated);
        writer.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter writer, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            UtcMilliseconds.Write(writer, "last_updated"u8, at);
        }
        else
        {
            writer.WriteNull("last_updated"u8);
        }
    }
}
