using System.Text.Json.Nodes;
using Xunit;

namespace OrleansContest.Testing;

/// <summary>What one spectator is shown of a replay: never a figure that was not said, and never one that was said before the one shown last.</summary>
public sealed class FiguresShown(SlalomReplay replay)
{
    private readonly Dictionary<(string RaceId, int Bib), (ReplayedBoat Boat, int At)> runs =
        replay.Boats.ToDictionary(boat => (boat.RaceId, boat.Bib), boat => (boat, 0));

    /// <summary>How many figures of runs that have been said anything of were looked at.</summary>
    public int Seen { get; private set; }

    /// <param name="message">A message of the event's socket.</param>
    public void See(JsonObject message)
    {
        var results = message["data"]?["results"];
        if (results is JsonObject races)
        {
            races.ToList().ForEach(race => See(race.Key, race.Value!.AsArray()));
        }
        else if (results is JsonArray lines)
        {
            See((string)message["data"]!["raceId"]!, lines);
        }
    }

    private void See(string raceId, JsonArray lines)
    {
        foreach (var line in lines.Where(line => line!["removed"] is null && line["bib"] is not null))
        {
            var key = (raceId, (int)line!["bib"]!);
            if (runs.TryGetValue(key, out var run))
            {
                runs[key] = (run.Boat, Next(run.Boat, run.At, FigureOf(raceId, line.AsObject())));
            }
        }
    }

    private int Next(ReplayedBoat boat, int at, (int? Time, int? Pen) shown)
    {
        Seen += boat.Said.Count > 1 ? 1 : 0;
        var next = Enumerable.Range(at, boat.Said.Count - at).FirstOrDefault(i => boat.Said[i] == shown, -1);
        Assert.True(next >= 0, $"{boat.RaceId} {boat.Bib} shows {shown} after {boat.Said[at]}; said was {string.Join(", ", boat.Said)}");
        return next;
    }

    /// <summary>The first of two runs stands in its race's lines as the previous one.</summary>
    private static (int? Time, int? Pen) FigureOf(string raceId, JsonObject line)
    {
        var isPrevious = raceId.Contains("_BR1_", StringComparison.Ordinal) && line.ContainsKey("prevTime");
        return isPrevious ? ((int?)line["prevTime"], (int?)line["prevPen"]) : ((int?)line["time"], (int?)line["pen"]);
    }
}
