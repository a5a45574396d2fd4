using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>A host of one channel: identity, activation and publication. The rules are core's.</summary>
/// <typeparam name="TChannel">The kind's interface.</typeparam>
internal abstract class ChannelGrain<TChannel>(ChannelHost host) : Grain, IChannel
    where TChannel : class, IChannel
{
    private HostedChannel? hosted;

    /// <summary>The channel itself; whatever is asked of the grain is asked of it.</summary>
    protected TChannel Channel => (TChannel)hosted!.Face;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        hosted = host.Open(typeof(TChannel), this);
        return Task.CompletedTask;
    }

    /// <summary>Serves what waits, so that nobody's answer is lost with the activation.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (hosted is { } channel)
        {
            await channel.DisposeAsync();
        }
    }

    public async Task<CatchUp?> CatchUp(Position? since)
    {
        var caughtUp = await Channel.CatchUp(since);
        if (caughtUp is null)
        {
            DeactivateOnIdle();
        }

        return caughtUp;
    }
}
