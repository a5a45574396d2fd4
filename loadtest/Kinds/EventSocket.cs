using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>The live event's <c>/api/v1/events/ID/ws</c>, which takes no word from a client.</summary>
internal sealed class EventSocket : IDialect
{
    public string Name => "ws";

    public bool SubscribesByConnecting => true;

    public string PathOf(string channel, string? since) => $"/api/v1/events/{channel}/ws{Fields.Since(since, '?')}";

    public Reading Read(ReadOnlySpan<byte> message) => Fields.Read(message, static root => (root.Text("type"), Fields.HasPosition(root)) switch
    {
        ("full", true) => new Reading(Meaning.Full) { Rows = RowsOf(root.GetProperty("data")) }.At(root),
        ("diff", true) => new Reading(Meaning.Update) { Rows = RowsOfDiff(root.GetProperty("data")) }.At(root),
        ("refresh", _) => new Reading(Meaning.Refresh),
        (_, true) => new Reading(Meaning.Update).At(root),
        _ => Reading.Moment,
    });

    /// <summary>Who is on the course is of the moment, and no part of it.</summary>
    private static List<KeyValuePair<string, byte[]?>> RowsOf(JsonElement data)
    {
        var rows = new List<KeyValuePair<string, byte[]?>>();
        rows.AddRange(data.GetProperty("event").EnumerateObject().Select(member => Row($"event:{member.Name}", member.Value)));
        rows.AddRange(((string[])["classes", "races", "categories"]).Select(name => Row(name, data.GetProperty(name))));
        foreach (var race in data.GetProperty("results").EnumerateObject())
        {
            rows.AddRange(race.Value.EnumerateArray().Select(line => Line(race.Name, line)));
        }

        return rows;
    }

    private static List<KeyValuePair<string, byte[]?>> RowsOfDiff(JsonElement data)
    {
        var rows = new List<KeyValuePair<string, byte[]?>>();
        if (data.TryGetProperty("status", out var status))
        {
            rows.Add(Row("event:status", status));
        }

        if (data.TryGetProperty("results", out var results))
        {
            var race = data.Text("raceId");
            rows.AddRange(results.EnumerateArray().Select(line => Line(race, line)));
        }

        return rows;
    }

    private static KeyValuePair<string, byte[]?> Line(string race, JsonElement line)
    {
        var key = $"result:{race}:{line.GetProperty("bib").GetRawText()}:{line.GetProperty("athleteId").GetString()}";
        return line.TryGetProperty("removed", out var removed) && removed.ValueKind == JsonValueKind.True ? new(key, null) : Row(key, line);
    }

    private static KeyValuePair<string, byte[]?> Row(string key, JsonElement value) => new(key, Canonical.Of(value));
}
