namespace OrleansContest.Channels;

/// <summary>Somebody else has appended to the channel's journal: whoever gets this no longer owns the channel.</summary>
public sealed class JournalConflictException(ChannelId channel, long expected)
    : Exception($"The journal of {channel} has a record {expected} that is not ours: the channel runs elsewhere.");
