using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace OrleansContest.Contests.Formats;

/// <summary>How log files write text, numbers and times.</summary>
internal static class LogText
{
    private const int QuotedLength = 40;

    /// <summary>UTF-8; what is not valid UTF-8 is taken for Latin-1, as older programs write it.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes) => (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);

    /// <summary>Trimmed; null when nothing is left.</summary>
    internal static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The text in quotation marks, short and without control characters, for a message.</summary>
    internal static string Quote(string text)
    {
        var visible = string.Concat(text.Take(QuotedLength).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > QuotedLength ? $"'{visible}…'" : $"'{visible}'";
    }

    /// <summary>A number with a decimal point, or the comma that some programs write.</summary>
    internal static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    internal static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>YYYYMMDD</c> becomes <c>YYYY-MM-DD</c>; anything else stays, for the contest to judge.</summary>
    internal static string? Date(string? text) => text is { Length: 8 } && IsDigits(text) ? $"{text[..4]}-{text[4..6]}-{text[6..]}" : text;

    /// <summary><c>HHMM</c> and <c>HHMMSS</c> get their colons; anything else stays, for the contest to judge.</summary>
    internal static string? Time(string? text) => text switch
    {
        { Length: 4 } when IsDigits(text) => $"{text[..2]}:{text[2..]}",
        { Length: 6 } when IsDigits(text) => $"{text[..2]}:{text[2..4]}:{text[4..]}",
        _ => text,
    };

    private static bool IsDigits(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
