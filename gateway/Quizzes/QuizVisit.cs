using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>One socket's stay in one quiz: holds the room, and is subscribed to what all participants are told.</summary>
internal sealed class QuizVisit(QuizRoom room, ParticipantPlace place, SpectatorSocket socket, QuizSocketTools tools)
{
    private (Feed Feed, Subscription Subscription)? subscribed;

    public QuizRoom Room => room;

    /// <summary>Subscribes, and takes part.</summary>
    /// <returns>False when the quiz cannot be shown now.</returns>
    public async Task<bool> BeginAsync(Subscription wish)
    {
        var (_, feed) = await tools.Feeds.JoinAsync(QuizFeeds.NameOf(room.Id), wish);
        if (feed is null)
        {
            return false;
        }

        subscribed = (feed, wish);
        tools.Metrics.Subscribed();
        room.Enter(place);
        return true;
    }

    /// <summary>Takes part in what is over: nothing is to be subscribed to, only the end to be told.</summary>
    public void BeginAtEnd() => room.Enter(place);

    public void TellPlacing() => room.TellPlacing(place.UserId);

    /// <summary>Looks at how the quiz stands and answers by it, so that nothing that was told before is newer than the answer, nor is repeated after it.</summary>
    public void Answer(Func<QuizPicture, Block?> look) => subscribed?.Feed.Between(() =>
    {
        if (room.Look(look) is { } answer)
        {
            socket.Answer(answer);
        }
    });

    public void End()
    {
        room.Leave(place);
        if (subscribed is { } left)
        {
            subscribed = null;
            tools.Metrics.Unsubscribed(1);
            left.Feed.Drop(left.Subscription);
        }

        tools.Rooms.LetGo(room);
    }
}
