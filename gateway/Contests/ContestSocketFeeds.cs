using Microsoft.Extensions.Options;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>The channels <c>contest:ID</c>.</summary>
internal sealed class ContestSocketFeeds(IChannels channels, IOptions<SeatOptions> seats) : IFeedKind
{
    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        ChannelId.TryParse(channel, out var id) && id.Kind == "contest"
            ? new ChannelSource(channels, id, new SeatPlan(id, seats.Value.PerContest))
            : null;
}
