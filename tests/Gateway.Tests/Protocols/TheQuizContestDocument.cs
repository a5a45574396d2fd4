namespace OrleansContest.Gateway.Tests.Protocols;

public sealed class TheQuizContestDocument(QuizContestStory story) : ProtocolDocument<QuizContestStory>(story), IClassFixture<QuizContestStory>;
