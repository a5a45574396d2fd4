using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The channels <c>pileup:ID</c>. Sockets have taken their seats before they subscribe; streams need none.</summary>
internal sealed class PileupFeeds(IChannels channels) : IFeedKind
{
    public static string NameOf(string pileup) => $"pileup:{pileup}";

    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        ChannelId.TryParse(channel, out var id) && id.Kind == "pileup" ? new ChannelSource(channels, id, seats: null) : null;
}
