using System.Globalization;
using System.Text.Json;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>Pileups: two lanes each, the frequency and the split, which the operator changes again and again.</summary>
internal sealed class PileupKind : IFedKind
{
    private static readonly string[] whats = ["frequency", "split"];

    public string Name => "pileup";

    public IReadOnlyList<IDialect> Dialects { get; } = [new PileupSocket(), new PileupEventStream()];

    public int MostLanes => whats.Length;

    public async Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Lanes > 0)
        {
            await gateway.DoAsync(HttpMethod.Post, $"/api/admin/status?pileup={id}", """{"active":true}""", cancellationToken);
        }
        else
        {
            await gateway.DoAsync(HttpMethod.Get, $"/api/public/status?pileup={id}", null, cancellationToken);
        }

        return new StagedChannel(id, gateway.Operator);
    }

    public string RowOf(int lane) => $"{whats[lane]}_update";

    public long CountIn(byte[] row)
    {
        using var parsed = JsonDocument.Parse(row);
        var text = parsed.RootElement.EnumerateObject().Select(member => member.Value.GetString()).FirstOrDefault(text => text?.StartsWith("load ", StringComparison.Ordinal) == true);
        return text is null ? 0 : long.Parse(text[5..], CultureInfo.InvariantCulture);
    }

    public HttpRequestMessage Ingest(StagedChannel channel, int lane, long number) => GatewayApi.Request(
        HttpMethod.Post, $"/api/admin/{whats[lane]}?pileup={channel.Id}",
        string.Create(CultureInfo.InvariantCulture, $$"""{"{{whats[lane]}}":"load {{number}}"}"""), apiKey: null, login: channel.Key);
}
