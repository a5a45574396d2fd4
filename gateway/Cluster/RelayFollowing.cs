using OrleansContest.Channels;

namespace OrleansContest.Gateway.Cluster;

/// <summary>Keeps one channel's updates coming from a relay, and finds another relay when that one is silent.</summary>
internal sealed class RelayFollowing(
    IClusterClient cluster,
    ChannelId channel,
    IChannelObserver observer,
    FollowOptions options,
    SiloLoss loss,
    ClusterMetrics metrics,
    TimeProvider clock,
    ILogger logger)
    : IUpdateObserver, IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private IUpdateObserver? reference;
    private IRelayGrain? relay;
    private Task renewing = Task.CompletedTask;
    private long heard;

    public Task Published(UpdateBatch batch)
    {
        metrics.Received(batch);
        heard = clock.GetTimestamp();
        observer.Published(batch);
        return Task.CompletedTask;
    }

    /// <summary>Returns when a relay follows the channel: every update after that will be told, or be seen as a hole.</summary>
    /// <exception cref="ChannelUnavailableException">No relay could be had.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        reference = cluster.CreateObjectReference<IUpdateObserver>(this);
        var started = clock.GetTimestamp();
        while (!await TryFollowAsync(isNews: false, cancellationToken))
        {
            if (clock.GetElapsedTime(started) > options.Begin || !await RestAsync(options.Retry, cancellationToken))
            {
                cluster.DeleteObjectReference<IUpdateObserver>(reference);
                throw new ChannelUnavailableException(channel, "no silo relays its updates.");
            }
        }

        renewing = RenewAsync(leaving.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await renewing;
        await LeaveAsync();
        cluster.DeleteObjectReference<IUpdateObserver>(reference!);
        leaving.Dispose();
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var follows = true;
        while (await RestAsync(follows ? options.Renew : options.Retry, cancellationToken))
        {
            follows = await TryFollowAsync(isNews: follows, cancellationToken);
        }
    }

    private async Task<bool> TryFollowAsync(bool isNews, CancellationToken cancellationToken)
    {
        try
        {
            if (clock.GetElapsedTime(heard) > options.Silence)
            {
                relay = null;
            }

            await FollowAsync(cancellationToken);
            return true;
        }
        catch (Exception fault)
        {
            relay = null;
            if (isNews && !cancellationToken.IsCancellationRequested)
            {
                ClusterLog.RelayLost(logger, channel.ToString(), fault.Message);
            }

            return false;
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (relay is null)
        {
            relay = await FindRelayAsync().WaitAsync(options.Patience, clock, cancellationToken);
            heard = clock.GetTimestamp();
        }

        await relay.Follow(reference!).WaitAsync(options.Patience, clock, cancellationToken);
    }

    /// <summary>Takes the relay on the silo to which this gateway is connected, so that updates need no further hop.</summary>
    private async Task<IRelayGrain> FindRelayAsync()
    {
        var silo = await cluster.GetGrain<ISiloGrain>(channel.ToString()).Address();
        return cluster.GetGrain<IRelayGrain>($"{silo}/{channel}");
    }

    private async Task LeaveAsync()
    {
        try
        {
            await (relay?.Leave(reference!) ?? Task.CompletedTask).WaitAsync(options.Patience, clock);
        }
        catch (Exception fault)
        {
            ClusterLog.NotLeft(logger, channel.ToString(), fault.Message);
        }
    }

    /// <summary>Waits for the next time, or less when a silo is lost.</summary>
    /// <returns>False when there is no next time.</returns>
    private async Task<bool> RestAsync(TimeSpan rest, CancellationToken cancellationToken)
    {
        using var sooner = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, loss.Next);
        await Task.Delay(rest, clock, sooner.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }
}
