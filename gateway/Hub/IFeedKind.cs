namespace OrleansContest.Gateway.Hub;

/// <summary>A sort of channel that can be subscribed to. All registered ones are asked, so that adding one is an addition.</summary>
internal interface IFeedKind
{
    /// <summary>Where the updates of <paramref name="channel"/> come from; null when no channel of this kind can have that name.</summary>
    /// <param name="channel">The name, as a subscriber gives it.</param>
    /// <param name="feeds">The other feeds, for a kind that is made of them.</param>
    IFeedSource? Find(string channel, FeedDirectory feeds);
}
