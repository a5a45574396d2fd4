using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Where a feed has its updates from.</summary>
internal interface IFeedSource
{
    /// <summary>The channel, by the name subscribers use.</summary>
    string Channel { get; }

    /// <summary>The seats that its spectators take when they subscribe; null where they take none, or have taken them before.</summary>
    SeatPlan? Seats { get; }

    /// <summary>Why its spectators are closed once the channel is there no more; null where a channel cannot go.</summary>
    string? Gone { get; }

    /// <inheritdoc cref="IChannels.FollowAsync"/>
    Task<IAsyncDisposable> FollowAsync(IChannelObserver observer, CancellationToken cancellationToken);

    /// <inheritdoc cref="IChannel.CatchUp"/>
    Task<CatchUp?> CatchUpAsync(Position? since);
}
