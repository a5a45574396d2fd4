namespace OrleansContest.Gateway.Tests.Protocols;

public sealed class TheLiveEventDocument(LiveEventStory story) : ProtocolDocument<LiveEventStory>(story), IClassFixture<LiveEventStory>;
