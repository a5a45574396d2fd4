using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.SocketIo;

namespace OrleansContest.Gateway.Matches;

/// <summary>One client in the namespace.</summary>
/// <param name="socket">Its socket.</param>
/// <param name="feeds">Where matches are followed.</param>
/// <param name="key">What it is told, and how.</param>
/// <param name="metrics">Counts its subscriptions.</param>
/// <param name="place">Its place among the connections of its address; null when there was none left.</param>
/// <param name="since">What it has already of the first match it joins.</param>
internal sealed class VoteSession(
    SpectatorSocket socket, FeedDirectory feeds, VariantKey key, GatewayMetrics metrics, IDisposable? place, Cursor since) : ISocketIoSession
{
    public const int MaxMatches = 50;

    private const string InvalidMatchId = "Invalid match ID";

    private readonly Dictionary<string, (Feed Feed, Subscription Subscription)> joined = new(StringComparer.Ordinal);
    private Cursor first = since;

    public string? Refusal => place is null ? "Connection limit exceeded" : null;

    public ValueTask HearAsync(SocketIoEvent said) => said.Name switch
    {
        "join-match" => JoinAsync(MatchIn(said), said),
        "leave-match" => LeaveAsync(MatchIn(said), said),
        _ => RefuseAsync("Unknown event", said),
    };

    public void End()
    {
        place?.Dispose();
        metrics.Unsubscribed(joined.Count);
        foreach (var (feed, subscription) in joined.Values)
        {
            feed.Drop(subscription);
        }

        joined.Clear();
    }

    private static string? MatchIn(SocketIoEvent said) =>
        said.Arguments is [{ ValueKind: JsonValueKind.String } id, ..] && id.GetString() is { } text && ChannelId.IsValidId(text) ? text : null;

    private async ValueTask JoinAsync(string? matchId, SocketIoEvent said)
    {
        if (matchId is null)
        {
            await RefuseAsync(InvalidMatchId, said);
            return;
        }

        if (joined.Count >= MaxMatches && !joined.ContainsKey(matchId))
        {
            await RefuseAsync($"Too many matches: one connection may join {MaxMatches}", said);
            return;
        }

        await DropAsync(matchId);
        var subscription = new Subscription(socket, key, first, said.AnswerWith("""{"success":true}"""u8));
        first = Cursor.None;
        var (outcome, feed) = await feeds.JoinAsync(MatchFeeds.NameOf(matchId), subscription);
        if (feed is null)
        {
            await RefuseAsync(outcome == JoinOutcome.Unknown ? InvalidMatchId : "The match cannot answer now; try again in a moment", said);
            return;
        }

        joined.Add(matchId, (feed, subscription));
        socket.IsSpectating = true;
        metrics.Subscribed();
    }

    private async ValueTask LeaveAsync(string? matchId, SocketIoEvent said)
    {
        if (matchId is null)
        {
            await RefuseAsync(InvalidMatchId, said);
            return;
        }

        await DropAsync(matchId);
        if (said.AnswerWith("""{"success":true}"""u8) is { } answer)
        {
            socket.Answer(answer);
        }
    }

    private async Task DropAsync(string matchId)
    {
        if (joined.Remove(matchId, out var left))
        {
            await left.Feed.LeaveAsync(left.Subscription);
            socket.IsSpectating = joined.Count > 0;
            metrics.Unsubscribed(1);
        }
    }

    /// <summary>Says no twice: by the contract's event, and to who has asked for an answer.</summary>
    private ValueTask RefuseAsync(string message, SocketIoEvent said)
    {
        socket.Answer(SocketIoText.Event(VoteNamespace.Path, "error", SocketIoText.MessageOf(message)));
        if (said.AnswerWith(JsonSerializer.SerializeToUtf8Bytes(new JoinRefused(false, message), MatchAnswerJson.Plain.JoinRefused)) is { } answer)
        {
            socket.Answer(answer);
        }

        return ValueTask.CompletedTask;
    }
}
