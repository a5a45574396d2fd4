using System.Text.Json.Nodes;
using OrleansContest.Channels;

namespace OrleansContest.Testing;

/// <summary>A client of the live-event contract: it was given the full state once, and from then on knows nothing but messages.</summary>
public sealed class EventClient
{
    private JsonObject rest = [];
    private SortedDictionary<string, Dictionary<(int?, string?), JsonNode>> races = [];

    public EventClient(ReadOnlyMemory<byte> full) => Begin(full);

    /// <param name="update">What happened.</param>
    /// <param name="read">Reads the full state, which it may do only when it is told to.</param>
    public void See(UpdateDraft update, Func<ReadOnlyMemory<byte>> read)
    {
        switch (update.Type)
        {
            case "full":
                Begin(update.Data);
                break;
            case "refresh":
                Begin(read());
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
    public string Shows() => string.Join('\n', races
        .SelectMany(race => race.Value.Values.Select(line => $"{race.Key} {line.ToJsonString()}").Order(StringComparer.Ordinal).Prepend(race.Key))
        .Prepend(rest.ToJsonString()));

    /// <summary>The same of a full state.</summary>
    public static string Shows(ReadOnlyMemory<byte> full) => new EventClient(full).Shows();

    private void Begin(ReadOnlyMemory<byte> full)
    {
        rest = JsonNode.Parse(full.Span)!.AsObject();
        races = new(StringComparer.Ordinal);
        foreach (var (race, lines) in rest["results"]!.AsObject())
        {
            var byKey = races[race] = [];
            foreach (var line in lines!.AsArray())
            {
                byKey[Distinct(byKey, line!)] = line!;
            }
        }

        rest.Remove("results");
    }

    private void Merge(JsonNode diff)
    {
        if (diff["status"] is { } status)
        {
            rest["event"]!["status"] = status.DeepClone();
        }

        if (diff["oncourse"] is { } onCourse)
        {
            rest["oncourse"] = onCourse.DeepClone();
        }

        foreach (var line in diff["results"]?.AsArray() ?? [])
        {
            Put(races[(string)diff["raceId"]!], line!);
        }
    }

    private static void Put(Dictionary<(int?, string?), JsonNode> lines, JsonNode line)
    {
        lines.Remove(Key(line));
        if (line["removed"] is null)
        {
            lines.Add(Key(line), line);
        }
    }

    private static (int?, string?) Key(JsonNode line) => ((int?)line["bib"], (string?)line["athleteId"]);

    /// <summary>Lines that cannot be told apart are shown all the same; the contract has the client read again when one changes.</summary>
    private static (int?, string?) Distinct(Dictionary<(int?, string?), JsonNode> lines, JsonNode line)
    {
        var (bib, athlete) = Key(line);
        for (var twin = 1; lines.ContainsKey((bib, athlete)); twin++)
        {
            athlete = $"{(string?)line["athleteId"]} and another {twin}";
        }

        return (bib, athlete);
    }
}
