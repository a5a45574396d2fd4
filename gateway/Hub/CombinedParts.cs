using Microsoft.Extensions.Options;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What combined feeds are made with.</summary>
internal sealed record CombinedParts(IChannels Channels, NewChannels News, IOptions<FeedOptions> Options, FeedTools Tools);
