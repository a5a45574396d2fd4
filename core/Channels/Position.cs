using System.Globalization;

namespace OrleansContest.Channels;

/// <summary>A place in a channel's list of updates, written <c>EPOCH:SEQ</c>.</summary>
/// <param name="Epoch">Names one numbering: 1 to 32 letters and digits. It changes only if numbering had to restart.</param>
/// <param name="Seq">The number of the last update seen; 0 before the first.</param>
public sealed record Position(string Epoch, long Seq)
{
    public const int MaxEpochLength = 32;

    public static bool TryParse(string? text, out Position position)
    {
        position = null!;
        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon is < 1 or > MaxEpochLength
            || !text![..colon].All(char.IsAsciiLetterOrDigit)
            || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return false;
        }

        position = new Position(text[..colon], seq);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}:{Seq}");
}
