using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A match's state as its map: of each place, the votes of both teams and of all. The totals follow from it.</summary>
internal static class MatchRows
{
    /// <param name="type">The event.</param>
    /// <param name="data">Its payload.</param>
    /// <param name="message">What carries the position.</param>
    public static Reading Read(string type, JsonElement data, JsonElement message) => type switch
    {
        "aggregates:initial" => new Reading(Meaning.Full) { Rows = [.. data.GetProperty("aggregates").EnumerateArray().Select(Place)] }.At(message),
        "aggregate:updated" => new Reading(Meaning.Update) { Rows = [Place(data)] }.At(message),
        "error" => new Reading(Meaning.Refused) { Why = data.Text("message") },
        _ => Fields.HasPosition(message) ? new Reading(Meaning.Update).At(message) : Reading.Moment,
    };

    public static long VotesIn(byte[] row)
    {
        Utf8Parser.TryParse(row.AsSpan(row.AsSpan().LastIndexOf((byte)'=') + 1), out long votes, out _);
        return votes;
    }

    private static KeyValuePair<string, byte[]?> Place(JsonElement place)
    {
        var (a, b, votes) = (Count(place, "teamACount"), Count(place, "teamBCount"), Count(place, "voteCount"));
        return a + b == votes
            ? new($"{place.Text("aggregateType")}:{place.Text("locationKey")}", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{a}+{b}={votes}")))
            : throw new BreachException($"{a} and {b} votes are said to be {votes}");
    }

    private static long Count(JsonElement place, string name) => place.GetProperty(name).GetInt64();
}
