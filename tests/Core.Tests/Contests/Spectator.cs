using System.Text.Json.Nodes;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Contests;

/// <summary>Somebody who was given the full state once, and from then on knows nothing but the updates.</summary>
internal sealed class Spectator
{
    private readonly JsonNode contest;
    private readonly SortedDictionary<string, JsonNode> hours = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonNode> operators = new(StringComparer.Ordinal);

    public Spectator(ReadOnlyMemory<byte> full)
    {
        var start = JsonNode.Parse(full.Span)!;
        contest = start["contest"]!;
        foreach (var hour in start["aggregates"]!.AsArray())
        {
            See(hour!);
        }

        Rank(start["scoreboard"]!.AsArray());
    }

    /// <summary>Entries that it has seen come or change and not go.</summary>
    public SortedDictionary<string, JsonNode> Entries { get; } = new(StringComparer.Ordinal);

    public int? Multipliers { get; private set; }

    public void See(IEnumerable<UpdateDraft> updates)
    {
        foreach (var update in updates)
        {
            See(update);
        }
    }

    /// <summary>What it would show: everything of a full state that does not depend on the time of day.</summary>
    public string Shows() => Show(contest, hours.Values, operators.Values);

    /// <summary>The same of a full state.</summary>
    public static string Shows(ReadOnlyMemory<byte> full)
    {
        var start = JsonNode.Parse(full.Span)!;
        return Show(start["contest"]!, start["aggregates"]!.AsArray()!, start["scoreboard"]!.AsArray()!);
    }

    private static string Show(JsonNode contest, IEnumerable<JsonNode> hours, IEnumerable<JsonNode> rows)
    {
        var ranked = rows.OrderByDescending(row => (int)row["qsos"]!).ThenBy(row => (string)row["operator"]!, StringComparer.Ordinal);
        return string.Join('\n', new[] { contest }.Concat(hours).Concat(ranked).Select(node => node.ToJsonString()));
    }

    private void See(UpdateDraft update)
    {
        var data = JsonNode.Parse(update.Data.Span)!;
        switch (update.Type)
        {
            case "logEntry:created" or "logEntry:updated":
                Entries[(string)data["id"]!] = data;
                break;
            case "logEntry:deleted":
                Entries.Remove((string)data["id"]!);
                break;
            case "aggregate:updated":
                See(data);
                var beside = JsonNode.Parse([(byte)'{', .. update.Beside.Span, (byte)'}'])!;
                Rank(beside["scoreboard"]!.AsArray());
                Multipliers = (int)beside["multipliers"]!;
                break;
        }
    }

    private void See(JsonNode hour) => Keep(hours, (string)hour["periodStart"]!, hour, (int)hour["totalQsos"]!);

    private void Rank(JsonArray rows)
    {
        foreach (var row in rows)
        {
            Keep(operators, (string)row!["operator"]!, row, (int)row["qsos"]!);
        }
    }

    private static void Keep(SortedDictionary<string, JsonNode> shown, string name, JsonNode node, int qsos)
    {
        if (qsos == 0)
        {
            shown.Remove(name);
        }
        else
        {
            shown[name] = node;
        }
    }
}
