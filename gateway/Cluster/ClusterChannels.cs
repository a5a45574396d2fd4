using OrleansContest.Channels;

namespace OrleansContest.Gateway.Cluster;

/// <summary>The channels of an Orleans cluster, as the gateway knows them.</summary>
internal sealed class ClusterChannels(
    IClusterClient cluster,
    FollowOptions options,
    SiloLoss loss,
    ClusterMetrics metrics,
    TimeProvider clock,
    ILogger<ClusterChannels> logger)
    : IChannels, ISeats
{
    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel =>
        cluster.GetChannel<TChannel>(id);

    public IChannel Get(ChannelId channel) => cluster.GetChannel(channel);

    public async Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        await cluster.GetGrain<IDirectoryGrain>(kind).List().WaitAsync(cancellationToken);

    public async Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken)
    {
        var following = new RelayFollowing(cluster, channel, observer, options, loss, metrics, clock, logger);
        await following.BeginAsync(cancellationToken);
        return following;
    }

    public Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken) =>
        cluster.GetGrain<IRosterGrain>(channel.ToString()).Seat(request).WaitAsync(cancellationToken);
}
