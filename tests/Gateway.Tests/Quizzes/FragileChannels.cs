using OrleansContest.Channels;
using OrleansContest.Embedded;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>An engine that can be taken away and brought back, as a cluster's silos can: gateways go on following.</summary>
internal sealed class FragileChannels : IChannels, ISeats
{
    private readonly List<Following> followings = [];
    private EmbeddedEngine? engine;

    /// <summary>Set while nothing answers.</summary>
    public bool IsDown { get; set; }

    private EmbeddedEngine Engine => IsDown ? throw new ChannelUnavailableException(new ChannelId("quiz", "any"), "a test wants it so") : engine!;

    /// <summary>From now on this is the engine; whoever followed follows it.</summary>
    public async Task UseAsync(EmbeddedEngine next)
    {
        engine = next;
        foreach (var following in followings.ToList())
        {
            await following.BeginAsync(next);
        }
    }

    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel => Engine.Channels.Get<TChannel>(id);

    public IChannel Get(ChannelId channel) => Engine.Channels.Get(channel);

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) => Engine.Channels.ListAsync(kind, cancellationToken);

    public async Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken)
    {
        var following = new Following(channel, observer);
        await following.BeginAsync(Engine);
        lock (followings)
        {
            followings.Add(following);
        }

        return following;
    }

    public Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken) =>
        Engine.Seats.SeatAsync(channel, request, cancellationToken);

    private sealed class Following(ChannelId channel, IChannelObserver observer) : IAsyncDisposable
    {
        private IAsyncDisposable? present;

        public async Task BeginAsync(EmbeddedEngine engine) => present = await engine.Channels.FollowAsync(channel, observer, CancellationToken.None);

        public ValueTask DisposeAsync() => present!.DisposeAsync();
    }
}
