using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Events;

/// <inheritdoc/>
internal sealed class EveryEvent(IChannels channels, ILogger<EveryEvent> logger) : EveryChannel<IEvent>("event", channels, logger);
