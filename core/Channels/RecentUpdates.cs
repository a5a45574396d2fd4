namespace OrleansContest.Channels;

/// <summary>The last updates of one numbering, oldest first, bounded by their weight and number.</summary>
/// <param name="maxBytes">The oldest are let go when the rest weighs more than this; the newest always stays.</param>
/// <param name="maxCount">The oldest are let go when there are more than this.</param>
public sealed class RecentUpdates(int maxBytes, int maxCount = int.MaxValue)
{
    private Update[] ring = new Update[64];
    private int head;

    public int Count { get; private set; }

    /// <summary>What the kept updates weigh.</summary>
    public long Bytes { get; private set; }

    /// <exception cref="ArgumentException">The update is not the next one.</exception>
    public void Add(Update update)
    {
        if (Count > 0 && update.Seq != ring[(head + Count - 1) % ring.Length].Seq + 1)
        {
            throw new ArgumentException($"Update {update.Seq} does not follow the last one kept.", nameof(update));
        }

        Grow();
        ring[(head + Count++) % ring.Length] = update;
        Bytes += update.Size;
        while ((Bytes > maxBytes || Count > maxCount) && Count > 1)
        {
            DropOldest();
        }
    }

    /// <summary>Whether everything after <paramref name="seq"/>, up to <paramref name="current"/>, is here.</summary>
    public bool Reaches(long seq, long current) =>
        seq == current || (Count > 0 && seq < current && seq >= ring[head].Seq - 1);

    /// <summary>The updates after <paramref name="seq"/>.</summary>
    public IReadOnlyList<Update> After(long seq)
    {
        if (Count == 0)
        {
            return [];
        }

        var skip = (int)Math.Clamp(seq - ring[head].Seq + 1, 0, Count);
        var found = new Update[Count - skip];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = ring[(head + skip + i) % ring.Length];
        }

        return found;
    }

    private void DropOldest()
    {
        Bytes -= ring[head].Size;
        ring[head] = null!;
        head = (head + 1) % ring.Length;
        Count--;
    }

    private void Grow()
    {
        if (Count < ring.Length)
        {
            return;
        }

        var larger = new Update[ring.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = ring[(head + i) % ring.Length];
        }

        (ring, head) = (larger, 0);
    }
}
