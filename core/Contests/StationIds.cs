using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>What may name a station. It goes into keys, which a stroke would make ambiguous.</summary>
internal static class StationIds
{
    public const int MaxLength = 32;

    public const string Rule = "stationId has 1 to 32 characters, no control characters and no '|'.";

    public static bool IsValid(string text) => text.Length is > 0 and <= MaxLength && !text.Contains('|') && PlainText.IsClean(text);
}
