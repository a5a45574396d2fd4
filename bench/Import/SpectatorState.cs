using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrleansContest.Bench.Import;

/// <summary>A contest as a spectator puts it together: the last full state and every update since.</summary>
internal sealed class SpectatorState
{
    private readonly SortedDictionary<string, byte[]> aggregates = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> scoreboard = new(StringComparer.Ordinal);

    public long Seq { get; private set; } = -1;

    public int Messages { get; private set; }

    public int Fulls { get; private set; }

    /// <exception cref="InvalidDataException">The message leaves a hole, or repeats what was.</exception>
    public void Take(ReadOnlyMemory<byte> message)
    {
        Messages++;
        using var parsed = JsonDocument.Parse(message);
        var root = parsed.RootElement;
        if (!root.TryGetProperty("seq", out var seq))
        {
            return;
        }

        var type = root.GetProperty("type").GetString();
        Follow(seq.GetInt64(), root.TryGetProperty("prev", out var prev) ? prev.GetInt64() : null, type == "full");
        if (type == "full")
        {
            Fulls++;
            Replace(root.GetProperty("data"));
        }
        else if (type == "aggregate:updated")
        {
            Put(aggregates, root.GetProperty("data"), "periodStart", "totalQsos");
            PutAll(scoreboard, root, "scoreboard", "operator", "qsos");
        }
    }

    /// <summary>The same text for the same state, whatever the order in which it came.</summary>
    public override string ToString() =>
        string.Join('\n', aggregates.Values.Concat(scoreboard.Values).Select(row => Sorted(JsonNode.Parse(row)!).ToJsonString()));

    private void Follow(long seq, long? prev, bool isFull)
    {
        var follows = Seq < 0 || (isFull ? seq >= Seq : (prev ?? seq - 1) == Seq);
        Seq = follows ? seq : throw new InvalidDataException($"Update {seq} (prev {prev}) came after {Seq}.");
    }

    private void Replace(JsonElement data)
    {
        aggregates.Clear();
        scoreboard.Clear();
        PutAll(aggregates, data, "aggregates", "periodStart", "totalQsos");
        PutAll(scoreboard, data, "scoreboard", "operator", "qsos");
    }

    private static void PutAll(SortedDictionary<string, byte[]> rows, JsonElement parent, string list, string key, string count)
    {
        if (parent.TryGetProperty(list, out var items))
        {
            foreach (var item in items.EnumerateArray())
            {
                Put(rows, item, key, count);
            }
        }
    }

    /// <summary>A row that counts nothing any more is gone.</summary>
    private static void Put(SortedDictionary<string, byte[]> rows, JsonElement row, string key, string count)
    {
        var name = row.GetProperty(key).GetString()!;
        if (row.GetProperty(count).GetInt32() == 0)
        {
            rows.Remove(name);
        }
        else
        {
            rows[name] = JsonMarshal.GetRawUtf8Value(row).ToArray();
        }
    }

    private static JsonNode Sorted(JsonNode node) => node is JsonObject members
        ? new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Sorted(member.Value.DeepClone()))))
        : node.DeepClone();
}
