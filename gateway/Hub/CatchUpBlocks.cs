using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What makes subscribers current who are not: made once for all who stand at the same place.</summary>
internal sealed class CatchUpBlocks(Replica replica, string channel)
{
    /// <summary>Places that are remembered. Those who come back after an interruption mostly stand at one.</summary>
    private const int MostPlaces = 64;

    private readonly Dictionary<(VariantKey Key, Cursor From), UpdatesBlock?> missed = [];
    private readonly Dictionary<(IDialect Dialect, bool IsChained), FullBlock> fulls = [];
    private Update[] all = [];
    private long[] weights = [0];
    private int madeAt = -1;
    private FullState? madeOf;

    /// <summary>How many updates there are after a number that the replica reaches.</summary>
    public int CountAfter(long seq)
    {
        Refresh();
        return (int)(replica.Seq - seq);
    }

    /// <summary>What they weigh.</summary>
    public long WeightAfter(long seq)
    {
        var count = CountAfter(seq);
        return weights[^1] - weights[all.Length - count];
    }

    /// <returns>Null when the subscriber wants none of what it missed.</returns>
    public UpdatesBlock? Missed(VariantKey key, Cursor from)
    {
        var count = CountAfter(from.Through);
        if (!missed.TryGetValue((key, from), out var block))
        {
            var updates = new ArraySegment<Update>(all, all.Length - count, count);
            IReadOnlyList<Update> wanted = key.Filter is { } filter ? updates.Where(filter.Passes).ToList() : updates;
            block = wanted.Count == 0 ? null : new UpdatesBlock(Voice(key.Dialect), wanted, from.Seq);
            Remember(key, from, block);
        }

        return block;
    }

    public FullBlock Full(IDialect dialect, bool isChained)
    {
        if (madeOf != replica.Full)
        {
            fulls.Clear();
            madeOf = replica.Full;
        }

        if (!fulls.TryGetValue((dialect, isChained), out var block))
        {
            fulls.Add((dialect, isChained), block = new FullBlock(Voice(dialect), replica.Full!, isChained));
        }

        return block;
    }

    /// <summary>The full state as one subscriber alone is told it.</summary>
    public FullBlock OwnFull(IDialect dialect, bool isChained) => new(Voice(dialect), replica.Full!, isChained);

    private void Remember(VariantKey key, Cursor from, UpdatesBlock? block)
    {
        if (missed.Count == MostPlaces)
        {
            missed.Clear();
        }

        missed.Add((key, from), block);
    }

    private FeedVoice Voice(IDialect dialect) => new(dialect, channel, replica.Epoch!);

    private void Refresh()
    {
        if (madeAt == replica.Version)
        {
            return;
        }

        madeAt = replica.Version;
        missed.Clear();
        all = [.. replica.All()];
        weights = new long[all.Length + 1];
        for (var i = 0; i < all.Length; i++)
        {
            weights[i + 1] = weights[i] + all[i].Size;
        }
    }
}
