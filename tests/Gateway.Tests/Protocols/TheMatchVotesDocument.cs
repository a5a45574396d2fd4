namespace OrleansContest.Gateway.Tests.Protocols;

public sealed class TheMatchVotesDocument(MatchVotesStory story) : ProtocolDocument<MatchVotesStory>(story), IClassFixture<MatchVotesStory>;
