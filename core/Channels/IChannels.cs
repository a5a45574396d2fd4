namespace OrleansContest.Channels;

/// <summary>The channels of an engine, as the gateway knows them.</summary>
public interface IChannels
{
    /// <summary>The channel of that id, whether it was ever created or not.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a channel id.</exception>
    TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel;

    /// <summary>The same, by its name.</summary>
    /// <exception cref="ArgumentException">The engine hosts no such kind.</exception>
    IChannel Get(ChannelId channel);

    /// <summary>Ids of the channels of one kind that exist, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Hands every later batch of updates to <paramref name="observer"/> until the result is disposed.</summary>
    /// <remarks>Delivery is best effort: positions tell the observer of a hole, and <see cref="IChannel.CatchUp"/> fills it.</remarks>
    Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken);
}
