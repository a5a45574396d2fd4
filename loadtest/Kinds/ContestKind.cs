using System.Globalization;
using System.Text.Json;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>Contest logs: each lane is an operator, whose entries its row of the scoreboard counts.</summary>
internal sealed class ContestKind : IFedKind
{
    private const int letters = 26;

    public string Name => "contest";

    public IReadOnlyList<IDialect> Dialects { get; } = [new ContestSocket()];

    public int MostLanes => 10_000;

    public async Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsThere)
        {
            await gateway.DoAsync(HttpMethod.Get, $"/api/contests/{id}", null, cancellationToken);
        }
        else
        {
            var draft = JsonSerializer.Serialize(new { id, name = $"Load test {id}", rules = "GENERAL", open = true });
            await gateway.DoAsync(HttpMethod.Post, "/api/contests", draft, cancellationToken);
        }

        return new StagedChannel(id, gateway.Key);
    }

    public string RowOf(int lane) => $"op:{OperatorOf(lane)}";

    public long CountIn(byte[] row)
    {
        using var parsed = JsonDocument.Parse(row);
        return parsed.RootElement.GetProperty("qsos").GetInt64();
    }

    public HttpRequestMessage Ingest(StagedChannel channel, int lane, long number)
    {
        var (station, call) = (OperatorOf(lane), CallOf(number));
        return GatewayApi.Request(HttpMethod.Post, "/api/logs", string.Create(CultureInfo.InvariantCulture, $$"""
            {"contestId":"{{channel.Id}}","stationId":"{{station}}","operatorCallsign":"{{station}}","callsign":"{{call}}","band":"20","mode":"CW","qsoDate":"2026-06-27","qsoTime":"18:05","dedupeKey":"load|{{channel.Id}}|{{station}}|{{number}}"}
            """), channel.Key);
    }

    private static string OperatorOf(int lane) => $"L{lane % 10}{Letters(lane / 10, 3)}";

    /// <summary>Another one for each number, so that no entry is a dupe.</summary>
    private static string CallOf(long number) => $"{(char)('A' + (number / 175_760 % letters))}{number % 10}{Letters(number / 10 % 17_576, 3)}";

    private static string Letters(long number, int count) =>
        string.Create(count, number, static (text, rest) =>
        {
            for (var n = text.Length - 1; n >= 0; n--, rest /= letters)
            {
                text[n] = (char)('A' + (rest % letters));
            }
        });
}
