using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>The channel <c>global</c>: every contest's updates.</summary>
internal sealed class ContestSocketGlobal(CombinedParts parts) : IFeedKind
{
    public const string Name = "global";

    private readonly DialectGlobal combiner = new(parts.Tools.Clock);

    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        channel == Name ? new CombinedSource(Name, combiner, feeds, parts) : null;
}
