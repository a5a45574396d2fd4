namespace OrleansContest.Channels;

/// <summary>What text may be kept: bounded, and without characters that no field has.</summary>
internal static class PlainText
{
    public const int MaxLength = 256;

    /// <summary>No control characters, and nothing that UTF-8 could not carry.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Whether it may have several lines.</param>
    public static bool IsClean(ReadOnlySpan<char> text, bool lines = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsControl(character) && !(lines && character is '\r' or '\n' or '\t'))
            {
                return false;
            }

            if (char.IsSurrogate(character) && (i + 1 == text.Length || !char.IsSurrogatePair(character, text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What was said, short enough and clean enough to be said back.</summary>
    public static string Quote(string? text)
    {
        const int shown = 40;
        if (text is null)
        {
            return "null";
        }

        var start = text.Length > shown ? text[..shown] + "…" : text;
        var shownStart = start.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character);
        return $"\"{string.Concat(shownStart)}\"";
    }
}
