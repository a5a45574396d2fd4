using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The parts of the contract's answers.</summary>
internal static class PileupJsonText
{
    private static readonly JsonSerializerOptions plain = new() { Encoder = PlainJson.Writing.Encoder };

    public static JsonNode? Moment(DateTimeOffset? moment) => moment is { } at ? JsonValue.Create(Text(at)) : null;

    /// <summary>A moment as the contract writes it.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>A value as JSON text; <c>null</c> where there is none.</summary>
    public static string Text(JsonNode? node) => node?.ToJsonString(plain) ?? "null";

    public static JsonNode Of(QueueEntry entry) => JsonSerializer.SerializeToNode(entry, PileupJson.Plain.QueueEntry)!;

    public static JsonNode Of(IReadOnlyList<QueueEntry> entries) => JsonSerializer.SerializeToNode(entries, PileupJson.Plain.IReadOnlyListQueueEntry)!;

    public static JsonNode? Of(CurrentContact? contact) =>
        contact is null ? null : JsonSerializer.SerializeToNode(contact, PileupJson.Plain.CurrentContact);

    public static JsonNode Of(ContactStarted started) => JsonSerializer.SerializeToNode(started, PileupJson.Plain.ContactStarted)!;

    /// <summary>A frequency or split, by the name the contract has for it.</summary>
    public static JsonObject Of(string name, Announcement said) => new() { [name] = said.Text, ["last_updated"] = Moment(said.LastUpdated) };

    public static JsonObject Of(SystemStatus status) => new()
    {
        ["active"] = status.Active,
        ["last_updated"] = Moment(status.LastUpdated),
        ["updated_by"] = status.UpdatedBy,
    };

    /// <summary>What everybody may see of the queue: nothing while the pileup is inactive.</summary>
    public static JsonObject List(Pileup pileup)
    {
        IReadOnlyList<QueueEntry> entries = pileup.Status.Active ? pileup.Entries : [];
        return new()
        {
            ["queue"] = Of(entries),
            ["total"] = entries.Count,
            ["max_size"] = pileup.MaxSize,
            ["system_active"] = pileup.Status.Active,
        };
    }
}
