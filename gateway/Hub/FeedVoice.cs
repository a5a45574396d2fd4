namespace OrleansContest.Gateway.Hub;

/// <summary>How a feed speaks to some of its subscribers.</summary>
/// <param name="Dialect">The contract.</param>
/// <param name="Channel">The channel, by the name subscribers use.</param>
/// <param name="Epoch">The numbering.</param>
internal sealed record FeedVoice(IDialect Dialect, string Channel, string Epoch);
