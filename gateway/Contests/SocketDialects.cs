using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Matches;

namespace OrleansContest.Gateway.Contests;

/// <summary>How each kind of channel is told at <c>/ws</c>.</summary>
internal sealed class SocketDialects(DialectFrames contests)
{
    private readonly VariantKey matches = new(new MatchChannelFrames(contests), LatestUpdates.Only);

    /// <param name="channel">The channel.</param>
    /// <param name="filter">Which of a contest's entries are wanted; a match is told whole.</param>
    public VariantKey KeyFor(string channel, IUpdateFilter? filter) => MatchFeeds.Covers(channel) ? matches : new VariantKey(contests, filter);
}
