using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <inheritdoc/>
internal sealed class EveryContest(IChannels channels, ILogger<EveryContest> logger) : EveryChannel<IContest>("contest", channels, logger);
