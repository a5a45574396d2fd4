using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>The channels <c>quiz:ID</c>.</summary>
internal sealed class QuizFeeds(IChannels channels) : IFeedKind
{
    public const string Gone = "Contest deleted";

    public static string NameOf(string quiz) => $"quiz:{quiz}";

    public IFeedSource? Find(string channel, FeedDirectory feeds) =>
        ChannelId.TryParse(channel, out var id) && id.Kind == "quiz" ? new ChannelSource(channels, id, seats: null, Gone) : null;
}
