using OrleansContest.Channels;
using OrleansContest.Gateway.Accounts;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>What every socket of the quizzes shares.</summary>
internal sealed record QuizSocketTools(
    IChannels Channels,
    FeedDirectory Feeds,
    QuizRooms Rooms,
    QuizBoard Board,
    QuizFrames Frames,
    PublicQuizFrames PublicFrames,
    SignedIn People,
    GatewayMetrics Metrics,
    TimeProvider Clock,
    ILogger<QuizSocket> Logger);
