using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <inheritdoc/>
internal sealed class EveryMatch(IChannels channels, ILogger<EveryMatch> logger) : EveryChannel<IMatch>("match", channels, logger);
