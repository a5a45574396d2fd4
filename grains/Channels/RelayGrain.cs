using Microsoft.Extensions.Logging;
using Orleans.Streams;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <inheritdoc cref="IRelayGrain"/>
[GrainType("relay")]
[SiloPlacement]
internal sealed class RelayGrain(
    ILocalSiloDetails silo, RelayOptions options, GrainsMetrics metrics, TimeProvider clock, ILogger<RelayGrain> logger) : Grain, IRelayGrain
{
    private readonly Dictionary<IUpdateObserver, RelayedObserver> observers = [];
    private ChannelId channel = null!;
    private IChannel source = null!;
    private StreamSubscriptionHandle<UpdateBatch>? subscription;
    private IGrainTimer watching = null!;
    private Position? at;
    private Moments? moments;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (home, id) = RelayKey.Parse(this.GetPrimaryKeyString());
        channel = id;
        source = GrainFactory.GetChannel(id);
        var earlier = await UpdateStream.Of(this, id).GetAllSubscriptionHandles();
        if (home != silo.SiloAddress.ToParsableString())
        {
            await Task.WhenAll(earlier.Select(handle => handle.UnsubscribeAsync()));
            throw new InvalidOperationException($"The silo {home} of this relay is gone; follow {id} elsewhere.");
        }

        subscription = earlier.Count > 0 ? await earlier[0].ResumeAsync(OnNextAsync) : await UpdateStream.Of(this, id).SubscribeAsync(OnNextAsync);
        await Task.WhenAll(earlier.Skip(1).Select(handle => handle.UnsubscribeAsync()));
        Know(await source.CatchUp(null));
        metrics.RelaysChanged(1);
        watching = this.RegisterGrainTimer(WatchAsync, new GrainTimerCreationOptions(options.Announce, options.Announce) { KeepAlive = true });
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        metrics.RelaysChanged(-1);
        metrics.GatewaysChanged(-observers.Count);
        return Task.CompletedTask;
    }

    public async Task<Position?> Follow(IUpdateObserver observer)
    {
        if (at is null)
        {
            Know(await source.CatchUp(null));
        }

        if (at is null)
        {
            DeactivateOnIdle();
            return null;
        }

        if (!observers.TryGetValue(observer, out var relayed))
        {
            observers[observer] = relayed = new RelayedObserver(observer, options, metrics, clock);
            metrics.GatewaysChanged(1);
        }

        relayed.Renew();
        return at;
    }

    public Task Leave(IUpdateObserver observer)
    {
        Forget(observer);
        return RestIfAloneAsync();
    }

    private async Task OnNextAsync(UpdateBatch batch, StreamSequenceToken? token)
    {
        metrics.Received();
        if (at is null || at.Epoch != batch.Epoch || batch.After > at.Seq)
        {
            await FillAsync();
        }

        var tells = batch.Last > at?.Seq || batch.Moments?.AsOf > (moments?.AsOf ?? DateTimeOffset.MinValue);
        if (tells && at?.Epoch == batch.Epoch && batch.After <= at.Seq)
        {
            Relay(batch with { After = at.Seq, Updates = [.. batch.Updates.Skip((int)(at.Seq - batch.After))] });
        }
    }

    /// <summary>Finds the hole that nothing announces, forgets who is silent, and tells the others where the channel stands.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await FillAsync();
        foreach (var (observer, relayed) in observers.Where(entry => entry.Value.IsSilent).ToArray())
        {
            Forget(observer);
            GrainsLog.ObserverForgotten(logger, channel.ToString(), relayed.Silence);
        }

        if (at is not null)
        {
            Relay(new UpdateBatch(channel, at.Epoch, at.Seq, [], moments));
        }

        await RestIfAloneAsync();
    }

    /// <summary>Reads from the channel what the stream has not brought. Where that is too much, gateways see it by the position.</summary>
    private async Task FillAsync()
    {
        metrics.Asked();
        try
        {
            if (await source.CatchUp(at) is not { } caughtUp)
            {
                return;
            }

            if (at is not null && caughtUp.Full is null && caughtUp.Missed.Count > 0)
            {
                Relay(new UpdateBatch(channel, at.Epoch, at.Seq, caughtUp.Missed, caughtUp.Moments));
            }

            Know(caughtUp);
        }
        catch (Exception fault)
        {
            GrainsLog.ChannelSilent(logger, fault, channel.ToString());
            watching.Change(options.Retry, options.Announce);
        }
    }

    private void Know(CatchUp? answer)
    {
        at = answer?.At ?? at;
        moments = Moments.Later(moments, answer?.Moments);
    }

    private void Relay(UpdateBatch batch)
    {
        at = new Position(batch.Epoch, batch.Last);
        moments = Moments.Later(moments, batch.Moments);
        foreach (var observer in observers.Values)
        {
            observer.Send(batch);
        }
    }

    private void Forget(IUpdateObserver observer)
    {
        if (observers.Remove(observer))
        {
            metrics.GatewaysChanged(-1);
        }
    }

    private async Task RestIfAloneAsync()
    {
        if (observers.Count == 0 && subscription is { } handle)
        {
            subscription = null;
            await handle.UnsubscribeAsync();
            DeactivateOnIdle();
        }
    }
}
