using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>One socket in the contest-log dialect: subscribes to channels and says what became of it.</summary>
internal sealed class ContestSocket(SpectatorSocket socket, FeedDirectory feeds, SocketDialects dialects, GatewayMetrics metrics, Cursor? since)
    : IConversation
{
    public const int MaxSubscriptions = 50;

    private readonly Dictionary<string, (Feed Feed, Subscription Subscription)> subscriptions = [];
    private Cursor? sinceByQuery = since;

    public Block? TooManyMessages => DialectReplies.TooManyMessages;

    public Block Farewell => DialectReplies.Shutdown;

    public void Open() => socket.Answer(DialectReplies.Connected);

    public async ValueTask HearAsync(ReadOnlyMemory<byte> text)
    {
        switch (DialectMessage.Read(text))
        {
            case Subscribe message:
                await SubscribeAsync(message);
                break;
            case Unsubscribe message:
                await UnsubscribeAsync(message.Channel);
                break;
            case Ping:
                socket.Answer(DialectReplies.Pong);
                break;
            case NotUnderstood message:
                socket.Answer(DialectReplies.Error(message.Error));
                break;
        }
    }

    public void End()
    {
        metrics.Unsubscribed(subscriptions.Count);
        foreach (var (feed, subscription) in subscriptions.Values)
        {
            feed.Drop(subscription);
        }
    }

    private async Task SubscribeAsync(Subscribe message)
    {
        var channel = message.Channel;
        if (subscriptions.Count >= MaxSubscriptions && !subscriptions.ContainsKey(channel))
        {
            socket.Answer(DialectReplies.Error($"Too many subscriptions: one socket may hold {MaxSubscriptions}"));
            return;
        }

        if (!ContestSocketFeeds.Covers(channel))
        {
            socket.Answer(DialectReplies.Error(Describe(JoinOutcome.Unknown, channel)));
            return;
        }

        await LeaveAsync(channel);
        var key = dialects.KeyFor(channel, message.Filter);
        var subscription = new Subscription(socket, key, message.Since ?? sinceByQuery ?? Cursor.None, DialectReplies.Subscribed(channel))
        {
            WantsAudience = message.WantsAudience,
        };
        sinceByQuery = null;
        var (outcome, feed) = await feeds.JoinAsync(channel, subscription);
        if (feed is not null)
        {
            subscriptions.Add(channel, (feed, subscription));
            socket.IsSpectating = true;
            metrics.Subscribed();
        }
        else
        {
            socket.Answer(DialectReplies.Error(Describe(outcome, channel)));
        }
    }

    private static string Describe(JoinOutcome outcome, string channel) => outcome switch
    {
        JoinOutcome.Unavailable => $"{channel} cannot answer now; try again in a moment",
        JoinOutcome.Full => $"{channel} has as many spectators as it may have; try again later",
        _ => $"Unknown channel: {DialectMessage.Shorten(channel)}",
    };

    private async Task UnsubscribeAsync(string channel)
    {
        await LeaveAsync(channel);
        socket.Answer(ContestSocketFeeds.Covers(channel)
            ? DialectReplies.Unsubscribed(channel)
            : DialectReplies.Error($"Unknown channel: {DialectMessage.Shorten(channel)}"));
    }

    private async Task LeaveAsync(string channel)
    {
        if (subscriptions.Remove(channel, out var left))
        {
            await left.Feed.LeaveAsync(left.Subscription);
            socket.IsSpectating = subscriptions.Count > 0;
            metrics.Unsubscribed(1);
        }
    }
}
