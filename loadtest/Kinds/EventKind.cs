using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>Canoe slalom events: each lane is a boat, whose time grows by a hundredth with every result that is pushed.</summary>
internal sealed class EventKind : IFedKind
{
    private const string race = "K1M_FIN_6";
    private const int leastTime = 6_000;
    private const int spareSeats = 100;

    public string Name => "event";

    public IReadOnlyList<IDialect> Dialects { get; } = [new EventSocket()];

    public int MostLanes => 200;

    public async Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsThere)
        {
            await gateway.DoAsync(HttpMethod.Get, $"/api/v1/events/{id}", null, cancellationToken);
            return plan.Lanes == 0
                ? new StagedChannel(id, null)
                : throw new LoadException("An event that exists can be watched, but not fed: its boats are others. Say --rate 0, or leave --channel out.");
        }

        var draft = JsonSerializer.Serialize(new { eventId = id, mainTitle = $"Load test {id}", maxConnections = plan.Spectators + spareSeats });
        var key = (await gateway.DoAsync(HttpMethod.Post, "/api/v1/admin/events", draft, cancellationToken)).GetProperty("apiKey").GetString()!;
        await gateway.DoAsync(HttpMethod.Post, "/api/v1/ingest/xml", JsonSerializer.Serialize(new { xml = Export(plan.Lanes) }), cancellationToken, key);
        foreach (var status in (string[])["startlist", "running"])
        {
            await gateway.DoAsync(HttpMethod.Patch, $"/api/v1/admin/events/{id}/status", $$"""{"status":"{{status}}"}""", cancellationToken, key);
        }

        return new StagedChannel(id, key);
    }

    public string RowOf(int lane) => $"result:{race}:{lane + 1}:{lane + 1}";

    public long CountIn(byte[] row)
    {
        using var parsed = JsonDocument.Parse(row);
        return parsed.RootElement.GetProperty("time") is { ValueKind: JsonValueKind.Number } time ? time.GetInt64() - leastTime : 0;
    }

    public HttpRequestMessage Ingest(StagedChannel channel, int lane, long number)
    {
        var (bib, time) = (lane + 1, leastTime + number);
        return GatewayApi.Request(HttpMethod.Post, "/api/v1/ingest/results", string.Create(CultureInfo.InvariantCulture, $$"""
            {"results":[{"raceId":"{{race}}","participantId":"{{bib}}.K1M","bib":{{bib}},"time":{{time}},"pen":0,"total":{{time}},"status":null,"gates":[]}]}
            """), channel.Key);
    }

    public bool IsTaken(string answer) => answer.Contains("\"skipped\":0", StringComparison.Ordinal);

    private static string Export(int boats)
    {
        var xml = new StringBuilder("<Canoe123Data><Events><EventId>L</EventId><MainTitle>Load</MainTitle></Events>")
            .Append("<Classes><ClassId>K1M</ClassId><Class>K1m</Class></Classes>");
        for (var bib = 1; bib <= Math.Max(1, boats); bib++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Participants><Id>{bib}.K1M</Id><ClassId>K1M</ClassId><EventBib>{bib}</EventBib><ICFId>{bib}</ICFId>")
                .Append(CultureInfo.InvariantCulture, $"<FamilyName>BOAT</FamilyName><GivenName>No{bib}</GivenName><Club>Load</Club></Participants>")
                .Append(CultureInfo.InvariantCulture, $"<Results><RaceId>{race}</RaceId><Id>{bib}.K1M</Id><StartOrder>{bib}</StartOrder><Bib>{bib}</Bib></Results>");
        }

        return xml.Append($"<Schedule><RaceId>{race}</RaceId><RaceOrder>1</RaceOrder><ClassId>K1M</ClassId><DisId>FIN</DisId><CourseNr>1</CourseNr>")
            .Append("<RaceStatus>3</RaceStatus></Schedule><CourseData><CourseNr>1</CourseNr><CourseConfig>NNR</CourseConfig></CourseData></Canoe123Data>").ToString();
    }
}
