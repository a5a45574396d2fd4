using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>Matches: each lane is an H3 cell, whose votes its place on the map counts. Votes are brought in bulks of one, which nothing limits.</summary>
internal sealed class MatchKind : IFedKind
{
    // A cell of resolution 7: mode 1, base cell 20 (no pentagon), seven digits of 0 to 6, and 7 where a finer digit would be.
    private const ulong cellHead = (1UL << 59) | (7UL << 52) | (20UL << 45) | ((1UL << 24) - 1);
    private const int finestDigit = 24;

    private static readonly string[] countries = ["US", "CZ", "DE", "JP"];

    public string Name => "match";

    public IReadOnlyList<IDialect> Dialects { get; } = [new VoteSocket(), new MatchSocket()];

    /// <summary>What is merged for a spectator shows the latest of each place, so that the ways to a position differ.</summary>
    public bool IsStrict => false;

    public int MostLanes => 10_000;

    public async Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsThere)
        {
            await gateway.DoAsync(HttpMethod.Get, $"/api/matches/{id}", null, cancellationToken);
        }
        else
        {
            var draft = JsonSerializer.Serialize(new
            {
                id, title = $"Load test {id}", teamA = new { name = "A", color = "#cc0000" }, teamB = new { name = "B", color = "#0000cc" },
                startsAt = "2026-01-01T00:00:00Z", endsAt = "2036-01-01T00:00:00Z", maxVotesPerUser = 1,
            });
            await gateway.DoAsync(HttpMethod.Post, "/api/matches", draft, cancellationToken);
            await gateway.DoAsync(HttpMethod.Post, $"/api/matches/{id}/activate", null, cancellationToken);
        }

        return new StagedChannel(id, gateway.Key);
    }

    public string RowOf(int lane) => $"h3:{CellOf(lane)}";

    public long CountIn(byte[] row) => MatchRows.VotesIn(row);

    public HttpRequestMessage Ingest(StagedChannel channel, int lane, long number)
    {
        var vote = string.Create(CultureInfo.InvariantCulture, $"load-{channel.Id}-{lane}-{number}");
        var team = number % 3 == 0 ? "team_b" : "team_a";
        var line = $$$"""{"teamChoice":"{{{team}}}","fingerprint":"{{{vote}}}","voteId":"{{{vote}}}","location":{"h3Index":"{{{CellOf(lane)}}}","h3Resolution":7,"countryCode":"{{{countries[lane % countries.Length]}}}"}}""";
        var request = GatewayApi.Request(HttpMethod.Post, $"/api/matches/{channel.Id}/votes/bulk", null, channel.Key);
        request.Content = new StringContent(line + "\n", Encoding.UTF8, "application/x-ndjson");
        return request;
    }

    public bool IsTaken(string answer) => answer.Contains("\"rejectedCount\":0", StringComparison.Ordinal);

    private static string CellOf(int lane)
    {
        var (index, shift) = (cellHead, finestDigit);
        for (var rest = lane; shift < finestDigit + 21; shift += 3, rest /= 7)
        {
            index |= (ulong)(rest % 7) << shift;
        }

        return index.ToString("x", CultureInfo.InvariantCulture);
    }
}
