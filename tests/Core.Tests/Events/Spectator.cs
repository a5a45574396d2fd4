using System.Text.Json.Nodes;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Events;

/// <summary>A client of the contract: it was given the full state once, and from then on knows nothing but messages.</summary>
internal sealed class Spectator(ReadOnlyMemory<byte> full)
{
    private JsonNode shown = JsonNode.Parse(full.Span)!;

    /// <param name="update">What happened.</param>
    /// <param name="read">Reads the full state, which it may do only when it is told to.</param>
    public void See(UpdateDraft update, Func<ReadOnlyMemory<byte>> read)
    {
        switch (update.Type)
        {
            case "full":
                shown = JsonNode.Parse(update.Data.Span)!;
                break;
            case "refresh":
                shown = JsonNode.Parse(read().Span)!;
                break;
            case "diff":
                Merge(JsonNode.Parse(update.Data.Span)!);
                break;
            default:
                throw new InvalidOperationException($"The contract has no {update.Type}.");
        }
    }

    public void See(Moment moment) => Merge(JsonNode.Parse(moment.Data.Span)!);

    /// <summary>What it would show: all of the full state, with the lines of a race in no order.</summary>
    public string Shows() => Shows(shown);

    /// <summary>The same of a full state.</summary>
    public static string Shows(ReadOnlyMemory<byte> full) => Shows(JsonNode.Parse(full.Span)!);

    private static string Shows(JsonNode full)
    {
        var copy = full.DeepClone();
        foreach (var (race, lines) in copy["results"]!.AsObject().ToArray())
        {
            var sorted = lines!.AsArray().Select(line => line!.ToJsonString()).Order(StringComparer.Ordinal);
            copy["results"]![race] = new JsonArray([.. sorted.Select(line => JsonNode.Parse(line))]);
        }

        return copy.ToJsonString();
    }

    private void Merge(JsonNode diff)
    {
        if (diff["status"] is { } status)
        {
            shown["event"]!["status"] = status.DeepClone();
        }

        if (diff["oncourse"] is { } onCourse)
        {
            shown["oncourse"] = onCourse.DeepClone();
        }

        foreach (var line in diff["results"]?.AsArray() ?? [])
        {
            Put(shown["results"]![(string)diff["raceId"]!]!.AsArray(), line!);
        }
    }

    private static void Put(JsonArray lines, JsonNode line)
    {
        foreach (var same in lines.Where(other => Key(other!) == Key(line)).ToArray())
        {
            lines.Remove(same);
        }

        if (line["removed"] is null)
        {
            lines.Add(line.DeepClone());
        }
    }

    private static (int?, string?) Key(JsonNode line) => ((int?)line["bib"], (string?)line["athleteId"]);
}
