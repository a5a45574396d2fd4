using Microsoft.Extensions.Options;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Matches;

namespace OrleansContest.Gateway.Contests;

/// <summary>The channels <c>contest:ID</c>.</summary>
internal sealed class ContestSocketFeeds(IChannels channels, IOptions<SeatOptions> seats) : IFeedKind
{
    /// <summary>Whether a channel can have that name that this dialect shows: other kinds have sockets of their own, and doors before them.</summary>
    public static bool Covers(string channel) => channel == ContestSocketGlobal.Name || IsContest(channel, out _) || MatchFeeds.Covers(channel);

    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        IsContest(channel, out var id)
            ? new ChannelSource(channels, id, new SeatPlan(id, seats.Value.PerContest))
            : null;

    private static bool IsContest(string channel, out ChannelId id) => ChannelId.TryParse(channel, out id) && id.Kind == "contest";
}
