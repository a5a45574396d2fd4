using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>One of the public: is told of all quizzes, and of the leaderboards it asks for.</summary>
internal sealed class PublicQuizSocket(SpectatorSocket socket, QuizSocketTools tools) : IConversation
{
    public const int MaxLeaderboards = 50;

    private readonly VariantKey key = new(tools.PublicFrames, PublicView.Only);
    private readonly Dictionary<string, (Feed Feed, Subscription Subscription)> leaderboards = new(StringComparer.Ordinal);
    private bool wantsContests;

    public Block? TooManyMessages => QuizReplies.Error(QuizErrors.TooManyMessages, Now);

    public Block Farewell => QuizReplies.Farewell(Now);

    private DateTimeOffset Now => tools.Clock.GetUtcNow();

    public void Open()
    {
    }

    public async ValueTask HearAsync(ReadOnlyMemory<byte> text)
    {
        switch (QuizMessage.ReadPublic(text))
        {
            case SubscribeContests:
                Watch(true);
                break;
            case UnsubscribeContests:
                Watch(false);
                break;
            case SubscribeLeaderboard message:
                await SubscribeAsync(message.Contest);
                break;
            case UnsubscribeLeaderboard message:
                await UnsubscribeAsync(message.Contest is { } contest ? [contest] : [.. leaderboards.Keys]);
                break;
            case QuizPing:
                socket.Answer(QuizReplies.Pong(Now));
                break;
            case QuizNotUnderstood message:
                Refuse(message.Refusal);
                break;
        }
    }

    public void End()
    {
        tools.Board.Remove(socket);
        tools.Metrics.Unsubscribed(leaderboards.Count);
        foreach (var (feed, subscription) in leaderboards.Values)
        {
            feed.Drop(subscription);
        }
    }

    private void Watch(bool wants)
    {
        wantsContests = wants;
        if (wants)
        {
            tools.Board.Add(socket);
        }
        else
        {
            tools.Board.Remove(socket);
        }

        Settle();
    }

    private async Task SubscribeAsync(string contest)
    {
        if (leaderboards.Count >= MaxLeaderboards && !leaderboards.ContainsKey(contest))
        {
            Refuse(QuizErrors.TooManyMessages with { Message = $"One socket may watch {MaxLeaderboards} leaderboards" });
            return;
        }

        await UnsubscribeAsync([contest]);
        var subscription = new Subscription(socket, key, Cursor.None, welcome: null);
        var (outcome, feed) = ChannelId.IsValidId(contest)
            ? await tools.Feeds.JoinAsync(QuizFeeds.NameOf(contest), subscription)
            : (JoinOutcome.Unknown, null);
        if (feed is null)
        {
            Refuse(outcome == JoinOutcome.Unknown ? QuizRefusals.ContestNotFound : QuizErrors.Unanswered);
            return;
        }

        leaderboards.Add(contest, (feed, subscription));
        tools.Metrics.Subscribed();
        Settle();
    }

    private async Task UnsubscribeAsync(IReadOnlyList<string> contests)
    {
        foreach (var contest in contests)
        {
            if (leaderboards.Remove(contest, out var left))
            {
                await left.Feed.LeaveAsync(left.Subscription);
                tools.Metrics.Unsubscribed(1);
            }
        }

        Settle();
    }

    private void Settle() => socket.IsSpectating = wantsContests || leaderboards.Count > 0;

    private void Refuse(Refusal refusal) => socket.Answer(QuizReplies.Error(refusal, Now));
}
