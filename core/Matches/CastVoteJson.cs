using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansContest.Matches;

/// <summary>Writes a vote as an array, because there are millions: key, voter, <c>a</c> or <c>b</c>, cell, country, address.</summary>
/// <remarks>Hashes are in base 64; what is missing is null, and left out at the end.</remarks>
internal sealed class CastVoteJson : JsonConverter<CastVote>
{
    private const int HashBytes = 16;

    public override CastVote Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray);
        var key = ReadHash(ref reader) ?? throw Malformed();
        var voter = ReadHash(ref reader) ?? throw Malformed();
        Expect(reader.Read() && reader.TokenType == JsonTokenType.String);
        var team = reader.ValueTextEquals("a"u8) ? TeamChoice.TeamA : TeamChoice.TeamB;
        Expect(reader.Read());
        ulong? cell = reader.TokenType == JsonTokenType.Null ? null : ulong.Parse(reader.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var country = reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        var address = reader.TokenType == JsonTokenType.EndArray ? null : ReadHash(ref reader);
        Expect(reader.TokenType == JsonTokenType.EndArray || (reader.Read() && reader.TokenType == JsonTokenType.EndArray));
        return new CastVote(key, voter, team, cell, country, address);
    }

    public override void Write(Utf8JsonWriter writer, CastVote value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        WriteHash(writer, value.Key);
        WriteHash(writer, value.Voter);
        writer.WriteStringValue(value.Team == TeamChoice.TeamA ? "a"u8 : "b"u8);
        WriteCell(writer, value.Cell);
        if (value.Country is not null || value.Address is not null)
        {
            writer.WriteStringValue(value.Country);
        }

        if (value.Address is { } address)
        {
            WriteHash(writer, address);
        }

        writer.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter writer, ulong? cell)
    {
        if (cell is not { } index)
        {
            writer.WriteNullValue();
            return;
        }

        Span<byte> text = stackalloc byte[HashBytes];
        index.TryFormat(text, out var length, "x", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static void WriteHash(Utf8JsonWriter writer, UInt128 hash)
    {
        Span<byte> bytes = stackalloc byte[HashBytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        writer.WriteBase64StringValue(bytes);
    }

    /// <returns>Null at the end of the array.</returns>
    private static UInt128? ReadHash(ref Utf8JsonReader reader)
    {
        Expect(reader.Read());
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return null;
        }

        Expect(reader.TryGetBytesFromBase64(out var bytes) && bytes.Length == HashBytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static void Expect(bool isSo)
    {
        if (!isSo)
        {
            throw Malformed();
        }
    }

    private static JsonException Malformed() => new("A vote is [key, voter, team, cell, country, address].");
}
