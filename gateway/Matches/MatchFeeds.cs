using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Matches;

/// <summary>The channels <c>match:ID</c>.</summary>
internal sealed class MatchFeeds(IChannels channels, TimeProvider clock) : IFeedKind
{
    public static string NameOf(string matchId) => $"match:{matchId}";

    /// <summary>Whether a match can have that name as a channel.</summary>
    public static bool Covers(string channel) => IsMatch(channel, out _);

    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        IsMatch(channel, out var id) ? new PacedSource(new ChannelSource(channels, id, seats: null), id, clock) : null;

    private static bool IsMatch(string channel, out ChannelId id) => ChannelId.TryParse(channel, out id) && id.Kind == "match";
}
