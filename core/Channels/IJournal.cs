namespace OrleansContest.Channels;

/// <summary>Where channels keep what has happened.</summary>
public interface IJournal
{
    /// <summary>Opens a channel's journal for the one who runs the channel. Nothing is written until the first append.</summary>
    /// <exception cref="JournalDamagedException">The journal cannot be trusted; it is left as it is.</exception>
    Task<IChannelJournal> OpenAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Ids of the channels of one kind that have a journal, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken);
}
