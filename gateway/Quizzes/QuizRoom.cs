using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>A quiz at this gateway: what participants who come, or come back, are told first, and what is told to each alone.</summary>
internal sealed class QuizRoom : IFeedTap, IDisposable
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<bool> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConnectedParticipants participants = new();
    private readonly QuizRoomTools tools;
    private readonly QuizPicture picture;
    private readonly PlacingsTeller placings;
    private readonly AttendanceTeller attendance;
    private readonly Action<QuizRoom> closed;
    private Feed? feed;

    /// <param name="id">The quiz.</param>
    /// <param name="tools">What all rooms share.</param>
    /// <param name="closed">Called when nothing more will come.</param>
    public QuizRoom(string id, QuizRoomTools tools, Action<QuizRoom> closed)
    {
        (Id, this.tools, this.closed) = (id, tools, closed);
        picture = new QuizPicture(QuizFeeds.NameOf(id), tools.Frames);
        placings = new PlacingsTeller(id, participants, users => Quiz.Standings(users), tools.Clock, tools.Logger);
        attendance = new AttendanceTeller(tools.Gateway, id, participants, () => Quiz, tools.Clock, tools.Logger);
    }

    public string Id { get; }

    /// <summary>How many hold it; touched by <see cref="QuizRooms"/> only.</summary>
    public int Holders { get; set; }

    /// <summary>Completes when it is known how the quiz stands; false when that cannot be known.</summary>
    public Task<bool> Begun => begun.Task;

    private IQuiz Quiz => tools.Channels.Get<IQuiz>(Id);

    public void Open()
    {
        feed = tools.Feeds.Open(QuizFeeds.NameOf(Id));
        feed!.Join(this);
    }

    /// <summary>Somebody takes part from here on: they are told where they stand, or that it is over.</summary>
    public void Enter(ParticipantPlace place)
    {
        participants.Enter(place);
        attendance.Came(place);
        placings.Tell(place.UserId);
    }

    public void Leave(ParticipantPlace place) => participants.Leave(place);

    /// <summary>Tells a participant where they stand.</summary>
    public void TellPlacing(string userId) => placings.Tell(userId);

    /// <summary>Whether everybody here has been told where they stand in this leaderboard.</summary>
    public bool HasTold(string edition) => participants.All.All(place => place.Edition == edition);

    /// <summary>Looks at how the quiz stands, while nothing changes.</summary>
    public T Look<T>(Func<QuizPicture, T> look)
    {
        lock (gate)
        {
            return look(picture);
        }
    }

    public void Begin(FullState full)
    {
        lock (gate)
        {
            picture.Begin(full);
        }

        EndIfOver();
        begun.TrySetResult(true);
    }

    public void Take(string epoch, IReadOnlyList<Update> updates)
    {
        lock (gate)
        {
            foreach (var update in updates)
            {
                picture.Take(epoch, update);
            }
        }

        EndIfOver();
        if (updates.Any(update => update.Type == QuizNames.Deleted))
        {
            CloseAll(QuizFeeds.Gone);
        }
    }

    public void Take(Moments moments)
    {
        bool isNew;
        lock (gate)
        {
            isNew = picture.Take(moments);
        }

        if (isNew && !placings.HasEnded)
        {
            placings.TellAll();
        }
    }

    public void TakeFull(FullState full)
    {
    }

    /// <summary>A feed that ended because nobody needed it is opened again; one that failed has closed its sockets.</summary>
    public void End(JoinOutcome reason)
    {
        if (reason == JoinOutcome.Closed)
        {
            Open();
            return;
        }

        closed(this);
        begun.TrySetResult(false);
        CloseAll(QuizFeeds.Gone);
    }

    public void Dispose()
    {
        feed?.Leave(this);
        placings.Dispose();
        attendance.Dispose();
    }

    private void EndIfOver()
    {
        if (Look(picture => picture.End) is { } end && !placings.HasEnded)
        {
            placings.End(end);
        }
    }

    private void CloseAll(string reason)
    {
        foreach (var place in participants.All)
        {
            place.Close(reason);
        }
    }
}

/// <summary>What all rooms share.</summary>
/// <param name="Gateway">Names this gateway among all that there ever were.</param>
internal sealed record QuizRoomTools(string Gateway, IChannels Channels, FeedDirectory Feeds, QuizFrames Frames, TimeProvider Clock, ILogger Logger);
