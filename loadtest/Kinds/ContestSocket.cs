using System.Text;
using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>The contest log's <c>/ws</c>.</summary>
internal sealed class ContestSocket : IDialect
{
    public string Name => "ws";

    private static ReadOnlySpan<byte> Greeting => "{\"type\":\"connected\""u8;

    public string PathOf(string channel, string? since) => "/ws";

    public byte[]? AnswerTo(ReadOnlySpan<byte> message, string channel, string? since) => Subscription(message, $"contest:{channel}", since);

    public Reading Read(ReadOnlySpan<byte> message) => Fields.Read(message, static root => root.Text("type") switch
    {
        "full" => new Reading(Meaning.Full) { Rows = RowsOf(root.GetProperty("data")) }.At(root),
        "aggregate:updated" => new Reading(Meaning.Update) { Rows = RowsOfUpdate(root) }.At(root),
        "subscribed" => Reading.Subscribed,
        "error" => new Reading(Meaning.Refused) { Why = root.GetProperty("data").Text("message") },
        _ => Fields.HasPosition(root) ? new Reading(Meaning.Update).At(root) : Reading.Moment,
    });

    /// <summary>How every channel of <c>/ws</c> is subscribed to: once the gateway has greeted.</summary>
    public static byte[]? Subscription(ReadOnlySpan<byte> message, string channel, string? since) => message.StartsWith(Greeting)
        ? Encoding.UTF8.GetBytes($$"""{"type":"subscribe","channel":"{{channel}}"{{(since is null ? "" : $",\"since\":\"{since}\"")}}}""")
        : null;

    private static List<KeyValuePair<string, byte[]?>> RowsOf(JsonElement data)
    {
        List<KeyValuePair<string, byte[]?>> rows = [new("contest", Canonical.Of(data.GetProperty("contest")))];
        rows.AddRange(data.GetProperty("aggregates").EnumerateArray().Select(Hour));
        rows.AddRange(data.GetProperty("scoreboard").EnumerateArray().Select(Operator));
        rows.RemoveAll(row => row.Value is null);
        return rows;
    }

    private static List<KeyValuePair<string, byte[]?>> RowsOfUpdate(JsonElement message) =>
        [Hour(message.GetProperty("data")), .. message.GetProperty("scoreboard").EnumerateArray().Select(Operator)];

    private static KeyValuePair<string, byte[]?> Hour(JsonElement row) => Row($"hour:{row.Text("periodStart")}", row, "totalQsos");

    private static KeyValuePair<string, byte[]?> Operator(JsonElement row) => Row($"op:{row.Text("operator")}", row, "qsos");

    /// <summary>A row that counts nothing any more is gone.</summary>
    private static KeyValuePair<string, byte[]?> Row(string key, JsonElement row, string count) =>
        new(key, row.GetProperty(count).GetInt64() == 0 ? null : Canonical.Of(row));
}
