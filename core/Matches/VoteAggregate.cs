using System.Text.Json.Serialization;

namespace OrleansContest.Matches;

/// <summary>The votes of one place.</summary>
/// <param name="AggregateType"><c>h3</c> or <c>country</c>.</param>
/// <param name="LocationKey">The index of the cell, or the country's code.</param>
/// <param name="Resolution">The cell's, 0 to 15; a country has none.</param>
/// <param name="TeamACount">Votes for the first team.</param>
/// <param name="TeamBCount">Votes for the second team.</param>
/// <param name="VoteCount">All of them.</param>
/// <param name="LastUpdatedAt">When the last of them was cast.</param>
public sealed record VoteAggregate(
    string AggregateType,
    string LocationKey,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Resolution,
    int TeamACount,
    int TeamBCount,
    int VoteCount,
    DateTimeOffset LastUpdatedAt)
{
    public const string H3 = "h3";

    public const string Country = "country";

    public static VoteAggregate Of(H3Cell cell, Tally tally) =>
        new(H3, cell.ToString(), cell.Resolution, tally.TeamA, tally.TeamB, tally.Votes, tally.LastAt);

    public static VoteAggregate Of(string country, Tally tally) =>
        new(Country, country, null, tally.TeamA, tally.TeamB, tally.Votes, tally.LastAt);
}
