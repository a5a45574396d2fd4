namespace OrleansContest.Channels;

/// <summary>One channel's journal, open for reading and appending by one runner.</summary>
public interface IChannelJournal : IAsyncDisposable
{
    /// <summary>The epoch of the channel's positions: chosen when the journal was begun, and kept.</summary>
    string Epoch { get; }

    /// <summary>Number of the last record; 0 when there is none.</summary>
    long Last { get; }

    /// <summary>The records after number <paramref name="after"/>, in order.</summary>
    /// <exception cref="JournalDamagedException">A record in the middle is damaged.</exception>
    IAsyncEnumerable<JournalRecord> ReadAsync(long after, CancellationToken cancellationToken);

    /// <summary>Appends records numbered from <see cref="Last"/> + 1; when it returns they are durable.</summary>
    /// <exception cref="JournalConflictException">Somebody else has appended: this runner no longer owns the channel.</exception>
    /// <exception cref="IOException">Not appended, or unknown whether (disk full, connection lost): open the journal anew.</exception>
    Task AppendAsync(IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken);
}
