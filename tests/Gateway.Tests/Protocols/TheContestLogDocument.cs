namespace OrleansContest.Gateway.Tests.Protocols;

public sealed class TheContestLogDocument(ContestLogStory story) : ProtocolDocument<ContestLogStory>(story), IClassFixture<ContestLogStory>;
