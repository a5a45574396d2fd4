namespace OrleansContest.Matches;

/// <summary>Who has done something how often within the last while.</summary>
/// <param name="length">How long the while is.</param>
/// <param name="limit">How often anybody may.</param>
internal sealed class SlidingWindow(TimeSpan length, int limit)
{
    private readonly Dictionary<UInt128, Queue<DateTimeOffset>> times = [];
    private readonly Queue<(DateTimeOffset At, UInt128 Who)> order = new();

    /// <summary>What is remembered, in order.</summary>
    public IReadOnlyCollection<(DateTimeOffset At, UInt128 Who)> All => order;

    /// <summary>The limit that stands in the way now; null when none does.</summary>
    public RateLimit? Reached(UInt128 who, DateTimeOffset at)
    {
        var recent = times.TryGetValue(who, out var own) ? own.Where(time => time > at - length).ToList() : [];
        return recent.Count < limit ? null : new RateLimit(limit, recent[^limit] + length);
    }

    public void Add(UInt128 who, DateTimeOffset at)
    {
        Forget(at - length);
        if (!times.TryGetValue(who, out var own))
        {
            times.Add(who, own = new());
        }

        own.Enqueue(at);
        order.Enqueue((at, who));
    }

    private void Forget(DateTimeOffset before)
    {
        while (order.TryPeek(out var first) && first.At <= before)
        {
            order.Dequeue();
            var own = times[first.Who];
            own.Dequeue();
            if (own.Count == 0)
            {
                times.Remove(first.Who);
            }
        }
    }
}
