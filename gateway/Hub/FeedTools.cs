namespace OrleansContest.Gateway.Hub;

/// <summary>What every feed of a gateway shares.</summary>
internal sealed record FeedTools(GatewayMetrics Metrics, TimeProvider Clock, ILogger<Feed> Logger);
