using System.Buffers.Text;
using System.Text;

namespace OrleansContest.Contests.Formats;

/// <summary>Cuts ADIF text into fields. Source: ADIF 3.1, "ADI file format".</summary>
/// <remarks>
/// <c>&lt;NAME:LENGTH&gt;</c> or <c>&lt;NAME:LENGTH:TYPE&gt;</c>, then LENGTH bytes. Programs that count characters are understood
/// too: if the value read as bytes is not followed by space, a tag or the end, and the value read as characters is, those are meant.
/// </remarks>
internal static class AdifTokenizer
{
    private const int MaxTag = 128;

    /// <param name="data">What stands next; never empty.</param>
    /// <param name="last">Whether nothing comes after it.</param>
    internal static AdifToken Next(ReadOnlySpan<byte> data, bool last)
    {
        var noise = NoiseLength(data);
        if (noise > 0)
        {
            return new(AdifTokenKind.Noise, noise);
        }

        var inner = data[1..Math.Min(data.Length, MaxTag)];
        var close = inner.IndexOf((byte)'>');
        return close >= 0 ? OfTag(inner[..close], data[(close + 2)..], last)
            : last ? new(AdifTokenKind.Noise, data.Length)
            : new(AdifTokenKind.NeedMore, 0);
    }

    /// <summary>How far it is to the next bracket that opens a tag, or may once more bytes have come.</summary>
    private static int NoiseLength(ReadOnlySpan<byte> data)
    {
        var place = 0;
        while (place < data.Length)
        {
            var open = data[place..].IndexOf((byte)'<');
            if (open < 0)
            {
                return data.Length;
            }

            place += open;
            var inner = data[(place + 1)..Math.Min(data.Length, place + MaxTag)];
            var stop = inner.IndexOfAny((byte)'>', (byte)'<');
            if (stop < 0 ? inner.Length < MaxTag - 1 : inner[stop] == '>')
            {
                return place;
            }

            place += 1 + Math.Max(stop, 0);
        }

        return place;
    }

    private static AdifToken OfTag(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> behind, bool last)
    {
        var taken = tag.Length + 2;
        var colon = tag.IndexOf((byte)':');
        if (colon < 0)
        {
            return new(OfWord(tag), taken);
        }

        var name = Encoding.Latin1.GetString(tag[..colon]).Trim().ToUpperInvariant();
        if (!TryLength(tag[(colon + 1)..], out var length))
        {
            return AdifFields.Read.Contains(name)
                ? new(AdifTokenKind.Broken, taken, name, $"{name} has no length.")
                : new(AdifTokenKind.Noise, taken);
        }

        return length <= ByteWindow.MaxRecord
            ? OfField(name, length, taken, behind, last)
            : new(AdifTokenKind.Broken, taken, name, $"{LogText.Quote(name)} says that it is {length} bytes long; a record holds at most {ByteWindow.MaxRecord}.");
    }

    private static AdifTokenKind OfWord(ReadOnlySpan<byte> tag) =>
        Ascii.EqualsIgnoreCase(tag.Trim(" \t"u8), "eor"u8) ? AdifTokenKind.EndOfRecord
        : Ascii.EqualsIgnoreCase(tag.Trim(" \t"u8), "eoh"u8) ? AdifTokenKind.EndOfHeader
        : AdifTokenKind.Noise;

    private static AdifToken OfField(string name, int length, int taken, ReadOnlySpan<byte> behind, bool last)
    {
        if (behind.Length <= length && !last)
        {
            return new(AdifTokenKind.NeedMore, 0);
        }

        if (behind.Length < length)
        {
            return new(AdifTokenKind.Broken, taken, name, $"{LogText.Quote(name)} says that it is {length} bytes long, but the file ends before.");
        }

        if (EndsAt(behind, length))
        {
            return Field(name, behind[..length], taken);
        }

        // A character takes at most four bytes.
        if (behind.Length <= Math.Min(4 * length, ByteWindow.MaxRecord) && !last)
        {
            return new(AdifTokenKind.NeedMore, 0);
        }

        if (TryCharacters(behind, length, out var bytes) && EndsAt(behind, bytes))
        {
            return Field(name, behind[..bytes], taken);
        }

        return HoldsEndOfRecord(behind[..length])
            ? new(AdifTokenKind.Broken, taken, name, $"{LogText.Quote(name)} says that it is {length} bytes long, which goes beyond its record.")
            : Field(name, behind[..length], taken);
    }

    private static AdifToken Field(string name, ReadOnlySpan<byte> value, int taken) => new(
        AdifTokenKind.Field, taken + value.Length, name, AdifFields.Read.Contains(name) ? LogText.Decode(value) : "");

    private static bool EndsAt(ReadOnlySpan<byte> text, int place) =>
        place == text.Length || text[place] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'<';

    /// <summary>How many bytes the first <paramref name="count"/> characters take; false where the text is not UTF-8 or too short.</summary>
    private static bool TryCharacters(ReadOnlySpan<byte> text, int count, out int bytes)
    {
        bytes = 0;
        for (var i = 0; i < count; i++)
        {
            if (Rune.DecodeFromUtf8(text[bytes..], out _, out var width) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            bytes += width;
        }

        return bytes <= ByteWindow.MaxRecord;
    }

    private static bool HoldsEndOfRecord(ReadOnlySpan<byte> value) => IndexOfTag(value, "<eor>"u8) >= 0;

    /// <summary>Where <paramref name="tag"/> (lower case) stands in either case, or -1.</summary>
    internal static int IndexOfTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag)
    {
        for (var from = 0; text.Length - from >= tag.Length; from++)
        {
            var open = text[from..].IndexOf((byte)'<');
            if (open < 0 || text.Length - (from += open) < tag.Length)
            {
                return -1;
            }

            if (Ascii.EqualsIgnoreCase(text.Slice(from, tag.Length), tag))
            {
                return from;
            }
        }

        return -1;
    }

    private static bool TryLength(ReadOnlySpan<byte> text, out int length)
    {
        var colon = text.IndexOf((byte)':');
        var digits = (colon < 0 ? text : text[..colon]).Trim(" \t"u8);
        return Utf8Parser.TryParse(digits, out length, out var used) && used == digits.Length && length >= 0;
    }
}
