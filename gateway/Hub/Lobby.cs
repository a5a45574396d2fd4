namespace OrleansContest.Gateway.Hub;

/// <summary>Subscribers who stay outside a feed until it is known that the channel exists, and then until they have their seats.</summary>
internal sealed class Lobby
{
    private readonly HashSet<Subscription> visitors = [];
    private readonly List<Subscription> waiting = [];

    public bool IsEmpty => visitors.Count == 0;

    /// <summary>Those who do not know yet whether the channel exists, in the order of coming.</summary>
    public IReadOnlyList<Subscription> Waiting => waiting;

    public void Enter(Subscription visitor)
    {
        visitors.Add(visitor);
        waiting.Add(visitor);
    }

    /// <returns>Whether it was here.</returns>
    public bool Leave(Subscription visitor)
    {
        waiting.Remove(visitor);
        return visitors.Remove(visitor);
    }

    /// <summary>Tells those who wait what became of it. Only who has found the channel stays.</summary>
    public void Settle(JoinOutcome outcome)
    {
        waiting.ForEach(visitor => visitor.Settle(outcome));
        waiting.Clear();
        if (outcome != JoinOutcome.Found)
        {
            visitors.Clear();
        }
    }
}
