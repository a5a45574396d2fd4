using System.Globalization;
using System.Text;

namespace OrleansContest.Bench.Votes;

/// <summary>Votes as lines of NDJSON: another voter each, over 50,000 cells of resolution 9.</summary>
internal static class Ballots
{
    public const string Match = "bench";

    private const int Cells = 50_000;

    /// <summary>So many votes, the first of which has that number.</summary>
    public static byte[] Lines(int first, int count)
    {
        var lines = new StringBuilder(count * 170);
        for (var vote = first; vote < first + count; vote++)
        {
            lines.Append(CultureInfo.InvariantCulture, $$"""{"teamChoice":"{{(vote % 3 == 0 ? "team_b" : "team_a")}}","fingerprint":"voter {{vote}}","voteId":"vote-{{vote}}",""");
            lines.Append(CultureInfo.InvariantCulture, $$""" "location":{"h3Index":"{{CellOf(vote):x}}","h3Resolution":9,"countryCode":"US"}""");
            lines.Append("}\n");
        }

        return Encoding.ASCII.GetBytes(lines.ToString());
    }

    public static ulong CellOf(int vote)
    {
        var (index, number) = ((1UL << 59) | (9UL << 52) | (20UL << 45) | ((1UL << 18) - 1), vote % Cells);
        for (var resolution = 9; resolution > 0; resolution--, number /= 7)
        {
            index |= (ulong)(number % 7) << (3 * (15 - resolution));
        }

        return index;
    }
}
