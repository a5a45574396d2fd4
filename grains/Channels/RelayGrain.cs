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
    private readonly Followers followers = new(options, metrics, clock);
    private readonly Comparisons comparisons = new(options);
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
        watching = this.RegisterGrainTimer(WatchAsync, new GrainTimerCreationOptions(options.Look, options.Look) { KeepAlive = true });
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        metrics.RelaysChanged(-1);
        followers.ForgetAll();
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

        followers.Renew(observer, WhereItStands(at));
        return at;
    }

    public Task Leave(IUpdateObserver observer)
    {
        followers.Forget(observer);
        return RestIfAloneAsync();
    }

    private async Task OnNextAsync(UpdateBatch batch, StreamSequenceToken? token)
    {
        metrics.Received();
        comparisons.BatchCame();
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

    /// <summary>Finds the hole that nothing announces, and now and then tells the gateways where the channel stands.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var (ask, announce) = comparisons.Look();
        if (ask)
        {
            await FillAsync();
        }

        if (announce)
        {
            foreach (var silence in followers.ForgetTheSilent())
            {
                GrainsLog.ObserverForgotten(logger, channel.ToString(), silence);
            }

            Announce();
            await RestIfAloneAsync();
        }
    }

    private void Announce()
    {
        if (at is not null)
        {
            Relay(WhereItStands(at));
        }
    }

    private UpdateBatch WhereItStands(Position position) => new(channel, position.Epoch, position.Seq, [], moments);

    /// <summary>Reads from the channel what the stream has not brought. Where that is too much, gateways are told the position only.</summary>
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
            if (caughtUp.Full is not null)
            {
                Announce();
            }
        }
        catch (Exception fault)
        {
            GrainsLog.ChannelSilent(logger, fault, channel.ToString());
            watching.Change(options.Retry, options.Look);
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
        followers.Send(batch);
    }

    private async Task RestIfAloneAsync()
    {
        if (followers.IsEmpty && subscription is { } handle)
        {
            subscription = null;
            await handle.UnsubscribeAsync();
            DeactivateOnIdle();
        }
    }
}
