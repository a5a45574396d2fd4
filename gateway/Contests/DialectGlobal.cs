using System.Buffers;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>Contests as the channel <c>global</c> shows them.</summary>
/// <remarks>
/// Its full state has the members of a contest's: <c>contest</c> is null, <c>aggregates</c> has everyone's hours, <c>scoreboard</c>
/// and <c>bandOccupancy</c> are added up. Beside them stand <c>contests</c>, and <c>sources</c> with each contest's own position
/// and scoreboard: an update's <c>source</c> replaces rows there, so that a client can keep the sums current.
/// </remarks>
internal sealed class DialectGlobal(TimeProvider clock) : ICombiner
{
    public string Kind => "contest";

    public ReadOnlyMemory<byte> Combine(IReadOnlyList<(string Channel, FullState Full)> fulls)
    {
        var parts = fulls.Select(full => JsonDocument.Parse(full.Full.Data)).ToList();
        try
        {
            return Write([.. fulls.Zip(parts, (full, part) => new Source(full.Channel, full.Full.At, part.RootElement))]);
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    public ReadOnlyMemory<byte> Beside(string channel, string epoch, Update update)
    {
        var output = new ArrayBufferWriter<byte>(update.Beside.Length + 128);
        output.Write("\"source\":{"u8);
        using (var json = new Utf8JsonWriter(output, PlainJson.Writing with { SkipValidation = true }))
        {
            WritePosition(json, channel, new Position(epoch, update.Seq));
        }

        if (update.Beside.Length > 0)
        {
            output.Write(","u8);
            output.Write(update.Beside.Span);
        }

        output.Write("}"u8);
        return output.WrittenMemory;
    }

    private ReadOnlyMemory<byte> Write(IReadOnlyList<Source> sources)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(output, PlainJson.Writing);
        json.WriteStartObject();
        json.WriteNull("contest"u8);
        WriteAll(json, "contests", sources.Select(source => source.Full.GetProperty("contest"u8)));
        WriteAll(json, "aggregates", sources.SelectMany(source => source.Full.GetProperty("aggregates"u8).EnumerateArray()));
        json.WritePropertyName("scoreboard"u8);
        JsonSerializer.Serialize(json, DialectGlobalSums.Scoreboard(sources.SelectMany(RowsOf)), ContestJson.Plain.IReadOnlyListScoreboardRow);
        json.WritePropertyName("bandOccupancy"u8);
        JsonSerializer.Serialize(json, DialectGlobalSums.Occupancy([.. sources.Select(OccupancyOf)], clock.GetUtcNow().AddHours(-1)), ContestJson.Plain.BandOccupancy);
        json.WriteStartArray("sources"u8);
        foreach (var source in sources)
        {
            json.WriteStartObject();
            WritePosition(json, source.Channel, source.At);
            json.WritePropertyName("scoreboard"u8);
            source.Full.GetProperty("scoreboard"u8).WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<JsonElement> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            element.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, string channel, Position at)
    {
        json.WriteString("channel"u8, channel);
        json.WriteString("epoch"u8, at.Epoch);
        json.WriteNumber("seq"u8, at.Seq);
    }

    private static IEnumerable<ScoreboardRow> RowsOf(Source source) =>
        source.Full.GetProperty("scoreboard"u8).Deserialize(ContestJson.Plain.IReadOnlyListScoreboardRow) ?? [];

    private static BandOccupancy OccupancyOf(Source source) =>
        source.Full.GetProperty("bandOccupancy"u8).Deserialize(ContestJson.Plain.BandOccupancy)
        ?? throw new FormatException($"{source.Channel} gave no band occupancy.");

    private sealed record Source(string Channel, Position At, JsonElement Full);
}
