using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Says where a journal is damaged and what to do about it.</summary>
internal static class Damage
{
    private const string Advice = "Restore the channel's folder from a copy, or move it away to begin anew.";

    public static JournalDamagedException At(ChannelId channel, SegmentFile file, long line, string what) =>
        new(channel, $"{file.Path}, line {line}", $"{what} Nothing was changed. {Advice}");
}
