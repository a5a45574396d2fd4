namespace OrleansContest.Contests.Formats;

/// <summary>A line of a Cabrillo file, <c>TAG: value</c>.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Tag">Upper case; empty where the line has none.</param>
/// <param name="Value">Trimmed.</param>
/// <param name="TooLong">The line passes 64 KiB and was not kept.</param>
internal readonly record struct CabrilloLine(int Number, string Tag, string Value, bool TooLong = false)
{
    internal bool IsBlank => Tag.Length == 0 && Value.Length == 0 && !TooLong;

    internal static CabrilloLine Of(int number, string text)
    {
        var colon = text.IndexOf(':');
        var tag = colon < 0 ? "" : text[..colon].Trim();
        return tag.Length is > 0 and <= 64 && tag.All(IsTagCharacter)
            ? new CabrilloLine(number, tag.ToUpperInvariant(), text[(colon + 1)..].Trim())
            : new CabrilloLine(number, "", text.Trim());
    }

    private static bool IsTagCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
