using System.Text;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Events;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>Small exports, and what becomes of them.</summary>
internal static class ExportText
{
    public const string Event = "<Events><EventId>E1</EventId><MainTitle>Slalom</MainTitle></Events>";

    public const string Class = "<Classes><ClassId>K1M</ClassId><Class>K1m</Class></Classes>";

    public const string Participant = "<Participants><Id>1.K1M</Id><ClassId>K1M</ClassId><FamilyName>NOVAK</FamilyName></Participants>";

    public const string Race = "<Schedule><RaceId>K1M_FIN_6</RaceId><DisId>FIN</DisId></Schedule>";

    public static string Document(params string[] sections) => $"<Canoe123Data>{string.Concat(sections)}</Canoe123Data>";

    /// <summary>One result, with these fields beside its ids.</summary>
    public static string Result(string fields) => $"<Results><RaceId>K1M_FIN_6</RaceId><Id>1.K1M</Id>{fields}</Results>";

    public static Task<Outcome<EventExport>> ReadAsync(string xml) => ExportReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(xml)), default);

    public static async Task<EventExport> ReadWholeAsync(params string[] sections)
    {
        var outcome = await ReadAsync(Document(sections));
        return outcome.Value ?? throw new InvalidOperationException(outcome.Refusal!.Message);
    }

    public static async Task RefusesAsync(string xml, string reason)
    {
        var refusal = (await ReadAsync(xml)).Refusal;
        Assert.Equal("InvalidXml", refusal?.Code);
        Assert.StartsWith(reason, refusal!.Message, StringComparison.Ordinal);
    }
}
