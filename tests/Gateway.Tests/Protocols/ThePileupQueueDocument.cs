namespace OrleansContest.Gateway.Tests.Protocols;

public sealed class ThePileupQueueDocument(PileupQueueStory story) : ProtocolDocument<PileupQueueStory>(story), IClassFixture<PileupQueueStory>;
