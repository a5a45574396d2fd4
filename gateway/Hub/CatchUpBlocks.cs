using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What makes subscribers current who are not: made once for all who stand at the same place.</summary>
internal sealed class CatchUpBlocks(Replica replica, string channel)
{
    private readonly Dictionary<(VariantKey Key, Cursor From), UpdatesBlock?> missed = [];
    private readonly Dictionary<long, Stretch> stretches = [];
    private readonly Dictionary<(IDialect Dialect, bool IsChained), Block> fulls = [];
    private long madeAt;
    private FullState? madeOf;

    /// <summary>The updates after a number that the replica reaches.</summary>
    public Stretch After(long seq)
    {
        Refresh();
        if (!stretches.TryGetValue(seq, out var stretch))
        {
            var updates = replica.After(seq);
            stretches.Add(seq, stretch = new Stretch(updates, updates.Sum(update => (long)update.Size)));
        }

        return stretch;
    }

    /// <returns>Null when the subscriber wants none of what it missed.</returns>
    public UpdatesBlock? Missed(VariantKey key, Cursor from)
    {
        var stretch = After(from.Through);
        if (!missed.TryGetValue((key, from), out var block))
        {
            var wanted = key.Filter is { } filter ? stretch.Updates.Where(filter.Passes).ToList() : stretch.Updates;
            block = wanted.Count == 0 ? null : new UpdatesBlock(Voice(key.Dialect), wanted, from.Seq);
            missed.Add((key, from), block);
        }

        return block;
    }

    public Block Full(IDialect dialect, bool isChained)
    {
        Refresh();
        if (!fulls.TryGetValue((dialect, isChained), out var block))
        {
            fulls.Add((dialect, isChained), block = new FullBlock(Voice(dialect), replica.Full!, isChained));
        }

        return block;
    }

    private FeedVoice Voice(IDialect dialect) => new(dialect, channel, replica.Epoch!);

    private void Refresh()
    {
        if (madeAt != replica.Seq || madeOf?.At.Epoch != replica.Full?.At.Epoch)
        {
            missed.Clear();
            stretches.Clear();
        }

        if (madeOf != replica.Full)
        {
            fulls.Clear();
        }

        (madeAt, madeOf) = (replica.Seq, replica.Full);
    }

    /// <param name="Updates">In order.</param>
    /// <param name="Weight">Their bytes.</param>
    internal sealed record Stretch(IReadOnlyList<Update> Updates, long Weight);
}
