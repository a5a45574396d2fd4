namespace OrleansContest.Gateway.Hub;

/// <summary>Those who wait for a seat of one channel, in the order in which they came.</summary>
internal sealed class SeatDoor(SeatMetrics metrics)
{
    private readonly Queue<(TaskCompletionSource<SeatAnswer> Waiting, TimeSpan Since)> queue = [];

    public int Count => queue.Count;

    /// <summary>Since when the first of them has waited.</summary>
    public TimeSpan? First => queue.TryPeek(out var first) ? first.Since : null;

    public void Enter(TaskCompletionSource<SeatAnswer> waiting, TimeSpan now) => queue.Enqueue((waiting, now));

    public void Seat(Seat seat) => queue.Dequeue().Waiting.SetResult(new SeatAnswer(SeatOutcome.Seated, seat));

    /// <summary>Sends the first of them away.</summary>
    public void Refuse(int count, SeatOutcome outcome)
    {
        for (var left = Math.Min(count, queue.Count); left > 0; left--)
        {
            metrics.Refused(outcome);
            queue.Dequeue().Waiting.SetResult(new SeatAnswer(outcome));
        }
    }

    /// <summary>Sends those away who came at that time or before.</summary>
    public void RefuseSince(TimeSpan since, SeatOutcome outcome)
    {
        while (First <= since)
        {
            Refuse(1, outcome);
        }
    }
}
