using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Collects what is wrong with something that was sent.</summary>
internal sealed class Reasons
{
    private const int MaxReasons = 20;

    private readonly List<string> reasons = [];

    /// <summary>Null while nothing is wrong.</summary>
    public IReadOnlyList<string>? All => reasons.Count > 0 ? reasons : null;

    public void Require(bool holds, string otherwise)
    {
        if (!holds && reasons.Count < MaxReasons && !reasons.Contains(otherwise))
        {
            reasons.Add(otherwise);
        }
    }

    /// <summary>Text without control characters and no longer than that, or none at all.</summary>
    public void RequireText(string field, string? text, int maxLength) =>
        Require(
            text is null || (text.Length is > 0 && text.Length <= maxLength && PlainText.IsClean(text)),
            $"{field} has 1 to {maxLength} characters, no control characters.");
}
