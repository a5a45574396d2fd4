using System.Buffers;

namespace OrleansContest.Channels;

/// <summary>A channel in memory: its state, where it stands, and what the commands since the last commit did.</summary>
internal sealed class LiveChannel<TState, TCommand, TEvent>(
    ChannelId id, IChannelModel<TState, TCommand, TEvent> model, IChannelJournal journal, int recentBytes)
{
    private RecentUpdates recent = new(recentBytes);
    private readonly ArrayBufferWriter<byte> bodies = new();
    private readonly List<(long Seq, int End)> pending = [];
    private readonly List<Update> unpublished = [];
    private DateTimeOffset stamp;
    private Moments? told;
    private bool isStirred = true;

    public TState State { get; private set; } = model.Initial(id);

    public IChannelJournal Journal => journal;

    public Position At => new(journal.Epoch, Seq);

    /// <summary>The number of the last update, those not yet committed included.</summary>
    public long Seq { get; private set; }

    public bool Exists => model.Exists(State);

    public void Restore(Snapshot snapshot)
    {
        State = model.ReadSnapshot(id, snapshot.State);
        Seq = snapshot.Seq;
    }

    /// <summary>Repeats a record of the journal; its position is what counts, whatever today's rules would yield.</summary>
    /// <param name="record">The next record.</param>
    /// <param name="withUpdates">Whether somebody might still ask for its updates; working them out is most of the work.</param>
    public void Replay(JournalRecord record, bool withUpdates)
    {
        foreach (var @event in model.ReadEvents(record.Body))
        {
            if (withUpdates)
            {
                Apply(@event);
            }
            else
            {
                State = model.Evolve(State, @event);
            }
        }

        unpublished.Clear();
        if (withUpdates && Seq != record.Seq)
        {
            recent = new(recentBytes);
        }

        Seq = record.Seq;
    }

    public Decision<TEvent> Decide(TCommand command) => model.Decide(State, command);

    /// <summary>Makes what was decided part of the state, and of the next commit.</summary>
    public void Accept(Decision<TEvent> decision)
    {
        if (decision.Events.Count == 0)
        {
            return;
        }

        isStirred = true;
        if (decision.IsPassing)
        {
            State = decision.Events.Aggregate(State, model.Evolve);
            return;
        }

        foreach (var @event in decision.Events)
        {
            Apply(@event);
        }

        model.WriteEvents(decision.Events, bodies);
        pending.Add((Seq, bodies.WrittenCount));
    }

    /// <summary>Does what has come due.</summary>
    public void Wake(DateTimeOffset now)
    {
        isStirred = true;
        Accept(model.Wake(State, now));
    }

    public DateTimeOffset? NextWake(DateTimeOffset now) => model.NextWake(State, now);

    /// <summary>Makes everything accepted since the last commit durable, in one append.</summary>
    /// <returns>The records and bytes that were appended.</returns>
    public async Task<(int Records, long Bytes)> CommitAsync(CancellationToken cancellationToken)
    {
        if (pending.Count == 0)
        {
            return (0, 0);
        }

        var records = Records();
        await journal.AppendAsync(records, cancellationToken).ConfigureAwait(false);
        var written = (records.Length, (long)bodies.WrittenCount);
        pending.Clear();
        bodies.ResetWrittenCount();
        return written;
    }

    /// <summary>Hands over the committed updates that nobody has been told of, and the moments if they have changed.</summary>
    public UpdateBatch? TakeNews(DateTimeOffset now)
    {
        var moments = isStirred ? TakeMoments(now) : null;
        isStirred = false;
        if (unpublished.Count == 0 && moments is null)
        {
            return null;
        }

        var batch = new UpdateBatch(id, journal.Epoch, Seq - unpublished.Count, [.. unpublished], moments);
        unpublished.Clear();
        return batch;
    }

    public CatchUp? CatchUp(Position? since, DateTimeOffset now)
    {
        if (!Exists)
        {
            return null;
        }

        if (since is null || since.Epoch != journal.Epoch || !recent.Reaches(since.Seq, Seq))
        {
            return new CatchUp(At, [], Full(now), Present(now));
        }

        return Cheaper(recent.After(since.Seq), now) with { Moments = Present(now) };
    }

    /// <returns>Makes the snapshot of this moment: much work for a long channel, and nothing of it touches the channel.</returns>
    public Func<Snapshot> TakeSnapshot()
    {
        var (epoch, last, seq, write) = (journal.Epoch, journal.Last, Seq, model.TakeSnapshot(State));
        return () =>
        {
            var state = new ArrayBufferWriter<byte>();
            write(state);
            return new Snapshot(model.SnapshotFormat, epoch, last, seq, state.WrittenMemory);
        };
    }

    private void Apply(TEvent @event)
    {
        State = model.Evolve(State, @event);
        foreach (var draft in model.Updates(State, @event))
        {
            var update = new Update(++Seq, draft.Type, draft.Data, draft.Beside);
            recent.Add(update);
            unpublished.Add(update);
        }
    }

    private JournalRecord[] Records()
    {
        var all = bodies.WrittenMemory;
        var records = new JournalRecord[pending.Count];
        for (int i = 0, start = 0; i < records.Length; start = pending[i++].End)
        {
            records[i] = new JournalRecord(journal.Last + 1 + i, pending[i].Seq, all[start..pending[i].End]);
        }

        return records;
    }

    private Moments? TakeMoments(DateTimeOffset now)
    {
        var moments = Present(now);
        return moments is null || moments.SaysSameAs(told) ? null : told = moments;
    }

    /// <summary>The moments as they are now; null when there are none, so that a kind without them costs nothing.</summary>
    private Moments? Present(DateTimeOffset now)
    {
        var values = model.Moments(State, now);
        if (values.Count == 0 && told is null)
        {
            return null;
        }

        stamp = now > stamp ? now : stamp.AddTicks(1);
        return new Moments(stamp, values);
    }

    private FullState Full(DateTimeOffset now) => new(At, model.Full(State, now));

    /// <summary>A few missed updates are surely cheaper than everything; many are weighed against it.</summary>
    private CatchUp Cheaper(IReadOnlyList<Update> missed, DateTimeOffset now)
    {
        const int surelyCheaper = 4096;
        var weight = missed.Sum(update => (long)update.Size);
        if (weight <= surelyCheaper)
        {
            return new CatchUp(At, missed, null);
        }

        var full = Full(now);
        return weight <= full.Data.Length ? new CatchUp(At, missed, null) : new CatchUp(At, [], full);
    }
}
