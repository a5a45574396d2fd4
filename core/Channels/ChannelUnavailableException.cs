namespace OrleansContest.Channels;

/// <summary>The channel cannot answer now. Temporary; a command's outcome is unknown, and it is safe to send it again.</summary>
public sealed class ChannelUnavailableException(ChannelId channel, string reason, Exception? cause = null)
    : Exception($"{channel} cannot answer now: {reason}", cause);
