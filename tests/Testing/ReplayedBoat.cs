using System.Text.Json.Nodes;

namespace OrleansContest.Testing;

/// <summary>A boat of a replay, with its result in 1/100 s.</summary>
public sealed class ReplayedBoat(string raceId, string participantId, int bib, int time, int pen)
{
    private readonly List<(int? Time, int? Pen)> said = [(null, null)];

    public string RaceId => raceId;

    public string ParticipantId => participantId;

    public int Bib => bib;

    /// <summary>The penalties that stand in the end.</summary>
    public int Pen => pen;

    /// <summary>All that was said of its result, one after another; at first nothing.</summary>
    public IReadOnlyList<(int? Time, int? Pen)> Said => said;

    /// <summary>Its result, as it is pushed.</summary>
    public string Say(int penalty) => Say(time, penalty);

    /// <summary>That there is no result after all, as it is pushed.</summary>
    public string Withdraw() => Say(null, null);

    /// <summary>Its entry among those on the course, as it is pushed.</summary>
    public string OnCourse(int position, int running) => new JsonObject
    {
        ["participantId"] = participantId, ["raceId"] = raceId, ["bib"] = bib, ["name"] = "Boat", ["club"] = null, ["position"] = position,
        ["gates"] = new JsonArray(0, null), ["dtStart"] = null, ["dtFinish"] = null, ["time"] = running, ["pen"] = 0,
    }.ToJsonString();

    private string Say(int? running, int? penalty)
    {
        said.Add((running, penalty));
        return new JsonObject
        {
            ["raceId"] = raceId, ["participantId"] = participantId, ["bib"] = bib, ["time"] = running, ["pen"] = penalty, ["total"] = running + penalty,
        }.ToJsonString();
    }
}
