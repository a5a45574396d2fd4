using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>The gateways that follow a relay.</summary>
internal sealed class Followers(RelayOptions options, GrainsMetrics metrics, TimeProvider clock)
{
    private readonly Dictionary<IUpdateObserver, RelayedObserver> followers = [];

    public bool IsEmpty => followers.Count == 0;

    /// <summary>Takes one for present; who is new is told first where the relay stands.</summary>
    public void Renew(IUpdateObserver observer, UpdateBatch whereItStands)
    {
        if (!followers.TryGetValue(observer, out var follower))
        {
            followers[observer] = follower = new RelayedObserver(observer, options, metrics, clock);
            metrics.GatewaysChanged(1);
            follower.Send(whereItStands);
        }

        follower.Renew();
    }

    public void Send(UpdateBatch batch)
    {
        foreach (var follower in followers.Values)
        {
            follower.Send(batch);
        }
    }

    public void Forget(IUpdateObserver observer)
    {
        if (followers.Remove(observer))
        {
            metrics.GatewaysChanged(-1);
        }
    }

    /// <returns>How long each of those had been silent that are forgotten now.</returns>
    public IReadOnlyList<TimeSpan> ForgetTheSilent()
    {
        var silent = followers.Where(entry => entry.Value.IsSilent).ToList();
        silent.ForEach(entry => Forget(entry.Key));
        return [.. silent.Select(entry => entry.Value.Silence)];
    }

    public void ForgetAll() => followers.Keys.ToList().ForEach(Forget);
}
