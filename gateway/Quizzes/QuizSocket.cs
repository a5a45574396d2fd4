using System.Net.WebSockets;
using System.Security.Cryptography;
using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>One participant's socket: takes part in one quiz at a time.</summary>
/// <param name="socket">The socket.</param>
/// <param name="token">What it showed; null for nothing.</param>
/// <param name="since">What the client has already of the first quiz that it joins; null when it does not say.</param>
/// <param name="tools">What all such sockets share.</param>
internal sealed class QuizSocket(SpectatorSocket socket, string? token, Cursor? since, QuizSocketTools tools) : IConversation
{
    public const int EventsPerSecond = 10;

    private const WebSocketCloseStatus tooManyEvents = (WebSocketCloseStatus)4008;

    private static readonly TimeSpan answerWithin = TimeSpan.FromSeconds(10);

    private readonly VariantKey key = new(tools.Frames, ParticipantView.Only);
    private readonly TokenBucket events = new(EventsPerSecond, EventsPerSecond, tools.Clock);
    private readonly QuizPatience patience = new(socket, tools.Clock);
    private Cursor? first = since;
    private QuizVisit? visit;

    /// <summary>The socket closes before the hub's own limit is reached.</summary>
    public Block? TooManyMessages => null;

    public Block Farewell => QuizReplies.Farewell(Now);

    /// <summary>Whose it is; null when it is being closed.</summary>
    public Task<Account?> Admitting { get; private set; } = Task.FromResult<Account?>(null);

    private DateTimeOffset Now => tools.Clock.GetUtcNow();

    public void Open()
    {
        socket.IsSpectating = true;
        Admitting = QuizDoor.AdmitAsync(socket, token, tools);
    }

    public async ValueTask HearAsync(ReadOnlyMemory<byte> text)
    {
        if (events.Spend() < 0)
        {
            socket.Close(tooManyEvents, "Too many events");
            return;
        }

        var message = QuizMessage.Read(text);
        patience.Heard(message);
        if (await Admitting is { } account && await AnswerAsync(message, account.UserId) is { } refusal)
        {
            socket.Answer(QuizReplies.Error(refusal.Code == Refusal.Busy.Code ? QuizErrors.Unanswered : refusal, Now));
        }
    }

    public void End()
    {
        patience.Dispose();
        Leave();
    }

    /// <returns>What the client is to be told instead; null when it was answered.</returns>
    private async Task<Refusal?> AnswerAsync(QuizMessage message, string user)
    {
        try
        {
            return message switch
            {
                JoinContest join => await JoinAsync(join.Contest, user),
                GiveAnswer answer => await SubmitAsync(answer, user),
                Resync resync => await ResyncAsync(resync, user),
                QuizPing => Say(QuizReplies.Pong(Now)),
                QuizNotUnderstood wrong => wrong.Refusal,
                _ => QuizErrors.UnknownEvent,
            };
        }
        catch (Exception fault) when (fault is ChannelUnavailableException or TimeoutException)
        {
            QuizLog.Unanswered(tools.Logger, fault, visit?.Room.Id ?? "that was asked for");
            return QuizErrors.Unanswered;
        }
    }

    private Refusal? Say(Block answer)
    {
        socket.Answer(answer);
        return null;
    }

    private async Task<Refusal?> JoinAsync(string contest, string user)
    {
        var placings = await PlacingsAsync(contest, user);
        return WhyNot(placings, QuizStatus.Upcoming, QuizStatus.Active) ?? await EnterAsync(contest, user, picture =>
        {
            var (from, greeting) = first is { } position ? (position, null) : (picture.Cursor, picture.Question);
            first = null;
            return (from, greeting);
        });
    }

    private async Task<Refusal?> SubmitAsync(GiveAnswer answer, string user)
    {
        if (visit is null)
        {
            return QuizErrors.NotInContest;
        }

        var name = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var outcome = await WithinAsync(Quiz(visit.Room.Id).Submit(name, user, answer.Question, answer.Option));
        return outcome.IsRefused()
            ? outcome.Refusal
            : Say(QuizReplies.Result(outcome.Value.Submission, outcome.Value.Score, outcome.Value.Rank));
    }

    private async Task<Refusal?> ResyncAsync(Resync resync, string user)
    {
        var placings = await PlacingsAsync(resync.Contest, user);
        if (WhyNot(placings, QuizStatus.Active, QuizStatus.Completed) is { } refusal)
        {
            return refusal;
        }

        if (placings!.Status == QuizStatus.Completed)
        {
            return await EnterAtEndAsync(resync.Contest, user);
        }

        var own = resync.Last is { } last ? await OwnResultsAsync(resync.Contest, user, placings.Rows[0].Rank, last) : [];
        if (visit?.Room.Id != resync.Contest)
        {
            return await EnterAsync(resync.Contest, user, picture =>
                (picture.Cursor, Missed(picture, resync, own) is { } unseen ? SeveralBlocks.Of(unseen) : picture.Question));
        }

        var here = visit;
        visit.Answer(picture =>
        {
            if (Missed(picture, resync, own) is { } missed)
            {
                return SeveralBlocks.Of(missed);
            }

            here.TellPlacing();
            return SeveralBlocks.Of([.. new[] { picture.Question, picture.Timer }.OfType<Block>()]);
        });
        return null;
    }

    /// <summary>What the client missed, its own results among the rest.</summary>
    /// <returns>Null when that is not known, so that only the present state will do.</returns>
    private static IReadOnlyList<Block>? Missed(QuizPicture picture, Resync resync, IEnumerable<(DateTimeOffset At, Block Message)> own) =>
        resync.Last is { } last && picture.Missed(last) is { } missed
            ? [.. missed.Concat(own).OrderBy(message => message.At).Select(message => message.Message)]
            : null;

    private async Task<IReadOnlyList<(DateTimeOffset At, Block Message)>> OwnResultsAsync(string contest, string user, int rank, DateTimeOffset last)
    {
        var score = 0;
        return
        [
            .. (await WithinAsync(Quiz(contest).Answers(user)) ?? [])
                .Select(answer => (answer.At, QuizReplies.Result(answer, score += answer.PointsEarned, rank)))
                .Where(result => result.At > last),
        ];
    }

    /// <param name="contest">Which quiz.</param>
    /// <param name="user">Who.</param>
    /// <param name="greet">From where the client goes on, and what it is told before.</param>
    private async Task<Refusal?> EnterAsync(string contest, string user, Func<QuizPicture, (Cursor From, Block? Greeting)> greet)
    {
        if (!await OpenAsync(contest, user))
        {
            return QuizErrors.Unanswered;
        }

        var (from, greeting) = visit!.Room.Look(greet);
        if (await visit.BeginAsync(new Subscription(socket, key, from, greeting)))
        {
            return null;
        }

        Leave();
        return QuizErrors.Unanswered;
    }

    private async Task<Refusal?> EnterAtEndAsync(string contest, string user)
    {
        if (!await OpenAsync(contest, user))
        {
            return QuizErrors.Unanswered;
        }

        visit!.BeginAtEnd();
        return null;
    }

    /// <summary>Goes to the room of a quiz, out of any other.</summary>
    /// <returns>Whether it is known there how the quiz stands.</returns>
    private async Task<bool> OpenAsync(string contest, string user)
    {
        Leave();
        visit = new QuizVisit(tools.Rooms.Hold(contest), new ParticipantPlace(user, socket), socket, tools);
        if (await WithinAsync(visit.Room.Begun))
        {
            return true;
        }

        Leave();
        return false;
    }

    private void Leave()
    {
        visit?.End();
        visit = null;
    }

    private async Task<Placings?> PlacingsAsync(string contest, string user) =>
        ChannelId.IsValidId(contest) ? await WithinAsync(Quiz(contest).Standings([user])) : null;

    private static Refusal? WhyNot(Placings? placings, params ReadOnlySpan<QuizStatus> allowed) =>
        placings is null ? QuizRefusals.ContestNotFound
        : !allowed.Contains(placings.Status) ? QuizRefusals.ContestNotActive
        : placings.Rows.Count == 0 ? QuizRefusals.NotParticipant
        : null;

    private IQuiz Quiz(string contest) => tools.Channels.Get<IQuiz>(contest);

    private Task<T> WithinAsync<T>(Task<T> call) => call.WaitAsync(answerWithin, tools.Clock);
}
