using System.Runtime.CompilerServices;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>One runner's view of a journal in PostgreSQL.</summary>
/// <param name="channel">Whose journal.</param>
/// <param name="table">Where it is.</param>
/// <param name="head">What was there when it was opened; null when nobody had begun it.</param>
internal sealed class PostgresChannelJournal(ChannelId channel, JournalTable table, JournalHead? head) : IChannelJournal
{
    private long? key = head?.Key;

    public string Epoch { get; } = head?.Epoch ?? Epochs.New();

    public long Last { get; private set; } = head?.Last ?? 0;

    public async IAsyncEnumerable<JournalRecord> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (read, last) = (after, Last);
        while (read < last)
        {
            var before = read;
            await foreach (var record in table.PageAsync(key!.Value, read, last, cancellationToken).ConfigureAwait(false))
            {
                read = record.Number == read + 1 ? record.Number : throw JournalTable.Damage(channel, read + 1);
                yield return record;
            }

            if (read == before)
            {
                throw JournalTable.Damage(channel, read + 1);
            }
        }
    }

    public async Task AppendAsync(IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        AppendRules.Check(Last, records);
        if (records.Count == 0)
        {
            return;
        }

        if (!await TryAppendAsync(records, cancellationToken).ConfigureAwait(false))
        {
            throw new JournalConflictException(channel, Last + 1);
        }

        Last += records.Count;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> TryAppendAsync(IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        if (key is { } known)
        {
            return await table.AppendAsync(known, Last, records, cancellationToken).ConfigureAwait(false);
        }

        key = await table.BeginAsync(channel, Epoch, records, cancellationToken).ConfigureAwait(false);
        return key is not null;
    }
}
