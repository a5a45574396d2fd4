using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>The channels <c>event:ID</c>. Their spectators have taken their seats before the upgrade.</summary>
internal sealed class EventFeeds(IChannels channels) : IFeedKind
{
    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        ChannelId.TryParse(channel, out var id) && id.Kind == "event" ? new ChannelSource(channels, id, seats: null, EventEnding.Deleted) : null;
}
