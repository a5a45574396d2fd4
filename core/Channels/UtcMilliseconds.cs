using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansContest.Channels;

/// <summary>A moment as every contract writes it: UTC, ISO 8601 with <c>Z</c>, milliseconds (<c>2026-01-24T12:00:00.000Z</c>).</summary>
/// <remarks>Reads any ISO 8601 moment; one that names no offset is UTC. What is finer than a millisecond is cut off, both ways.</remarks>
public sealed class UtcMilliseconds : JsonConverter<DateTimeOffset>
{
    private const int Length = 24;
    private const int BufferLength = 32;

    /// <summary>The same moment as it will be read back: UTC, without what is finer than a millisecond.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out var moment))
        {
            throw new JsonException("A moment is written as 2026-01-24T12:00:00.000Z.");
        }

        return Cut(moment.Kind == DateTimeKind.Local ? reader.GetDateTimeOffset() : new DateTimeOffset(moment.Ticks, TimeSpan.Zero));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[BufferLength];
        writer.WriteStringValue(Format(value, text));
    }

    /// <summary>Writes one member of an object.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[BufferLength];
        writer.WriteString(name, Format(value, text));
    }

    private static ReadOnlySpan<byte> Format(DateTimeOffset value, Span<byte> text)
    {
        value.UtcDateTime.TryFormat(text, out _, "O");
        text[Length - 1] = (byte)'Z';
        return text[..Length];
    }
}
