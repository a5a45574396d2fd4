namespace OrleansContest.Channels;

/// <summary>A channel's journal cannot be trusted. The channel stays stopped and nothing of it is touched.</summary>
/// <param name="channel">The channel it stops; no other is concerned.</param>
/// <param name="place">File and line, or table and number.</param>
/// <param name="reason">What is wrong there, and what to do.</param>
public sealed class JournalDamagedException(ChannelId channel, string place, string reason)
    : Exception($"The journal of {channel} is damaged at {place}: {reason}")
{
    public string Place { get; } = place;
}
