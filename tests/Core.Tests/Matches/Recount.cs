using System.Globalization;
using OrleansContest.Matches;

namespace OrleansContest.Tests.Matches;

/// <summary>The figures of a match as lines of text, counted the slow way.</summary>
internal static class Recount
{
    public static string Of(MatchLedger ledger) => Text(
        ledger.Tallies.Cells.Select(cell => ($"{cell.Key:x}", cell.Value.TeamA, cell.Value.TeamB))
            .Concat(ledger.Tallies.Countries.Select(country => (country.Key, country.Value.TeamA, country.Value.TeamB)))
            .Append(("total", ledger.Tallies.Total.TeamA, ledger.Tallies.Total.TeamB)));

    public static string Of(IReadOnlyList<Ballot> votes) => Text(
        votes.SelectMany(vote => PlacesOf(vote).Select(place => (place, vote.Team)))
            .GroupBy(counted => counted.place)
            .Select(place => (place.Key, Of(place, TeamChoice.TeamA), Of(place, TeamChoice.TeamB)))
            .Append(("total", votes.Count(vote => vote.Team == TeamChoice.TeamA), votes.Count(vote => vote.Team == TeamChoice.TeamB))));

    private static int Of(IEnumerable<(string Place, TeamChoice Team)> counted, TeamChoice team) => counted.Count(vote => vote.Team == team);

    /// <summary>By the text of the index, not by arithmetic: the 12 digits after the resolution, cut by the coarser one's length.</summary>
    private static IEnumerable<string> PlacesOf(Ballot vote)
    {
        if (vote.Country is { } country)
        {
            yield return country;
        }

        if (vote.Cell is not { } index)
        {
            yield break;
        }

        var bits = Convert.ToString((long)index, 2).PadLeft(64, '0');
        var own = Convert.ToInt32(bits[8..12], 2);
        for (var resolution = own; resolution == own || resolution >= 3; resolution--)
        {
            var kept = 19 + (3 * resolution);
            var parent = bits[..8] + Convert.ToString(resolution, 2).PadLeft(4, '0') + bits[12..kept] + new string('1', 64 - kept);
            yield return ((ulong)Convert.ToInt64(parent, 2)).ToString("x", CultureInfo.InvariantCulture);
        }
    }

    private static string Text(IEnumerable<(string Place, int A, int B)> places) =>
        string.Join('\n', places.OrderBy(place => place.Place, StringComparer.Ordinal).Select(place => $"{place.Place} {place.A} {place.B}"));
}
