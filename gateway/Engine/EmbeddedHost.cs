using OrleansContest.Channels;
using OrleansContest.Embedded;

namespace OrleansContest.Gateway.Engine;

/// <summary>Opens the embedded engine before anything else starts, and closes it after everything else has stopped.</summary>
internal sealed class EmbeddedHost(EmbeddedOptions options, IEnumerable<ChannelKind> kinds, TimeProvider clock, ILogger<EmbeddedHost> logger)
    : IHostedService, IChannels, ISeats
{
    private EmbeddedEngine? engine;
    private bool isStopped;

    private EmbeddedEngine Engine => engine ?? throw new InvalidOperationException("The engine is not open.");

    private IChannels Channels => Engine.Channels;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        engine = await EmbeddedEngine.OpenAsync(options, kinds, logger, clock, cancellationToken);

    /// <summary>Serves what waits, then lets go of the storage; a host may be told to stop more than once.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (engine is not null && !Interlocked.Exchange(ref isStopped, true))
        {
            await engine.DisposeAsync();
        }
    }

    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel => Channels.Get<TChannel>(id);

    public IChannel Get(ChannelId channel) => Channels.Get(channel);

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) => Channels.ListAsync(kind, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken) =>
        Channels.FollowAsync(channel, observer, cancellationToken);

    public Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken) =>
        Engine.Seats.SeatAsync(channel, request, cancellationToken);
}
