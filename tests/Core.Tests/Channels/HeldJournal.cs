using System.Runtime.CompilerServices;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>A journal in memory that can be held back, and that can fail before or after it has written.</summary>
internal sealed class HeldJournal : IJournal
{
    private readonly List<JournalRecord> records = [];
    private TaskCompletionSource? gate;

    public Exception? FailBefore { get; set; }

    public Exception? FailAfter { get; set; }

    public Exception? FailOpen { get; set; }

    public int Opened { get; private set; }

    public List<int> Batches { get; } = [];

    public TaskCompletionSource Appending { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<JournalRecord> Records => records;

    /// <summary>Has it be as if other rules had written it.</summary>
    public void Renumber(Func<JournalRecord, JournalRecord> change)
    {
        for (var i = 0; i < records.Count; i++)
        {
            records[i] = change(records[i]);
        }
    }

    public void Hold() => gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release()
    {
        Appending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = gate;
        gate = null;
        held?.SetResult();
    }

    public Task<IChannelJournal> OpenAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        Opened++;
        return FailOpen is null
            ? Task.FromResult<IChannelJournal>(new Open(this, channel))
            : Task.FromException<IChannelJournal>(FailOpen);
    }

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    private sealed class Open(HeldJournal journal, ChannelId channel) : IChannelJournal
    {
        public string Epoch => "e1";

        public long Last { get; private set; } = journal.records.Count;

        public async IAsyncEnumerable<JournalRecord> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var record in journal.records.Skip((int)after))
            {
                yield return record;
            }
        }

        public async Task AppendAsync(IReadOnlyList<JournalRecord> batch, CancellationToken cancellationToken)
        {
            journal.Appending.TrySetResult();
            await (journal.gate?.Task ?? Task.CompletedTask);
            ThrowOnce(journal.FailBefore, () => journal.FailBefore = null);
            if (batch[0].Number != journal.records.Count + 1)
            {
                throw new JournalConflictException(channel, batch[0].Number);
            }

            journal.records.AddRange(batch.Select(record => record with { Body = record.Body.ToArray() }));
            journal.Batches.Add(batch.Count);
            ThrowOnce(journal.FailAfter, () => journal.FailAfter = null);
            Last += batch.Count;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static void ThrowOnce(Exception? fault, Action forget)
        {
            if (fault is not null)
            {
                forget();
                throw fault;
            }
        }
    }
}
