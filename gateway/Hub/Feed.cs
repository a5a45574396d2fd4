using System.Net.WebSockets;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>This gateway's copy of one channel, and everyone here who follows it.</summary>
/// <remarks>
/// A mailbox: what is posted is done one after another, and at the end of each turn everything that has arrived goes out as
/// one block to each sort of subscriber. It never waits: questions to the channel are asked, and their answers posted.
/// </remarks>
internal sealed class Feed : IChannelObserver
{
    private readonly FeedOptions options;
    private readonly GatewayMetrics metrics;
    private readonly ILogger logger;
    private readonly Action<Feed> closed;
    private readonly string? gone;
    private readonly Mailbox mailbox;
    private readonly Replica replica;
    private readonly Audience audience;
    private readonly Lobby lobby = new();
    private readonly WaitingRoom room;
    private readonly AudienceTeller audienceTeller;
    private readonly MomentsTeller moments;
    private readonly TapRoom taps;
    private readonly FeedInquiry inquiry;
    private readonly FeedQuestions questions;
    private readonly Gathering gathering;
    private readonly WriterWave wave = new();
    private readonly FeedAlarm alarm;
    private long told;
    private bool isClosed;

    public Feed(IFeedSource source, FeedOptions options, SocketOptions sockets, FeedTools tools, Action<Feed> closed)
    {
        (this.options, this.closed) = (options, closed);
        (metrics, logger) = (tools.Metrics, tools.Logger);
        (Channel, Seats, gone) = (source.Channel, source.Seats, source.Gone);
        mailbox = new Mailbox(EndTurn, Fail);
        replica = new Replica(options, tools.Clock);
        audience = new Audience(Channel);
        taps = new TapRoom(replica, options);
        var blocks = new CatchUpBlocks(replica, Channel);
        var plan = new CatchUpPlan(replica, blocks, options, sockets, tools.Clock);
        room = new WaitingRoom(replica, blocks, plan, audience, options, tools.Clock);
        audienceTeller = new AudienceTeller(Channel, mailbox);
        moments = new MomentsTeller(Channel, replica, audience);
        inquiry = new FeedInquiry(source, this, mailbox, options, tools);
        gathering = new Gathering(options, sockets, tools.Clock);
        alarm = new FeedAlarm(options, tools.Clock, () => mailbox.Post(static () => { }));
        questions = new FeedQuestions(replica, lobby, room, taps, alarm);
        metrics.FeedOpened();
    }

    /// <summary>The channel, by the name subscribers use.</summary>
    public string Channel { get; }

    /// <inheritdoc cref="IFeedSource.Seats"/>
    public SeatPlan? Seats { get; }

    /// <summary>Once the feed is closed: completes when the channel is followed no more.</summary>
    public Task Closing { get; private set; } = Task.CompletedTask;

    /// <summary>Looks whether there is such a channel. Who has found it joins or is dropped.</summary>
    public Task<JoinOutcome> FindAsync(Subscription subscription)
    {
        var outcome = subscription.Knock();
        mailbox.Post(() => Find(subscription));
        return outcome;
    }

    public Task<JoinOutcome> JoinAsync(Subscription subscription)
    {
        var outcome = subscription.Knock();
        mailbox.Post(() => Join(subscription));
        return outcome;
    }

    /// <summary>Ends a subscription. When this completes, nothing more is sent for it.</summary>
    public Task LeaveAsync(Subscription subscription)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() =>
        {
            Leave(subscription);
            done.SetResult();
        });
        return done.Task;
    }

    /// <summary>Ends a subscription whose socket is gone.</summary>
    public void Drop(Subscription subscription) => mailbox.Post(() => Leave(subscription));

    /// <summary>Lets a tap follow, from a full state on. If the feed was just being closed, that ends at once.</summary>
    public void Join(IFeedTap tap) => mailbox.Post(() =>
    {
        if (isClosed)
        {
            tap.End(JoinOutcome.Closed);
        }
        else
        {
            taps.Add(tap);
        }
    });

    public void Leave(IFeedTap tap) => mailbox.Post(() => taps.Remove(tap));

    public void RequestFull(IFeedTap tap) => mailbox.Post(() => taps.RequestFull(tap));

    /// <summary>Does something between two turns: then whoever is live has been told exactly what the taps were told.</summary>
    public void Between(Action action) => mailbox.Post(action);

    public void Published(UpdateBatch batch) => mailbox.Post(() => Take(batch));

    private void Take(UpdateBatch batch)
    {
        if (!isClosed)
        {
            metrics.UpdatesTaken(batch.Updates.Count);
            replica.Take(batch);
        }
    }

    private void Find(Subscription subscription)
    {
        if (isClosed)
        {
            subscription.Settle(JoinOutcome.Closed);
            return;
        }

        subscription.NotBefore = replica.Seq;
        lobby.Enter(subscription);
    }

    private void Join(Subscription subscription)
    {
        if (isClosed)
        {
            subscription.Settle(JoinOutcome.Closed);
            return;
        }

        lobby.Leave(subscription);
        room.Admit(subscription);
        audienceTeller.Add(subscription);
    }

    private void Leave(Subscription subscription)
    {
        if (subscription.Place >= 0)
        {
            audience.Remove(subscription);
        }
        else if (!lobby.Leave(subscription))
        {
            room.Remove(subscription);
        }

        audienceTeller.Remove(subscription);
        subscription.End();
    }

    private void EndTurn()
    {
        if (isClosed)
        {
            return;
        }

        if (replica.Epoch is not null)
        {
            var isDue = replica.HasJumped || gathering.Left(audience.Count, replica.FreshCount) is null;
            if (isDue)
            {
                Tell();
            }

            lobby.Settle(JoinOutcome.Found);
            if (isDue)
            {
                room.Serve(wave, areMoreExpected: !lobby.IsEmpty);
                moments.Serve(wave);
                audienceTeller.Serve(wave);
            }

            taps.Serve();
            wave.Start();
        }

        Inquire();
        ReleaseOrWait();
    }

    private void Tell()
    {
        var hasJumped = replica.HasJumped;
        var fresh = replica.TakeFresh();
        if (hasJumped)
        {
            room.Restart(audience.Dismiss(told));
            taps.Restart();
        }
        else if (fresh.Count > 0)
        {
            gathering.Tell();
            var fallen = audience.Broadcast(new Position(replica.Epoch!, fresh[0].Seq - 1), fresh, wave);
            moments.Follow(fresh);
            room.KeepBehind(fallen);
            metrics.Merged(fallen.Count);
        }

        told = replica.Seq;
        alarm.SetAwaited(replica.IsAwaited);
    }

    private void Inquire()
    {
        if (!inquiry.IsUnderWay && !(inquiry.Pause > TimeSpan.Zero) && questions.TryNext(out var since))
        {
            room.Asking(forFull: since is null, lobby.Waiting);
            inquiry.Ask(since, answer => Answered(since, answer), Unanswered);
        }
    }

    private void Answered(Position? since, CatchUp? answer)
    {
        if (answer is not null)
        {
            metrics.FullFetched(answer.Full is null ? 0 : 1);
            replica.Take(since, answer);
            room.Answered(since, answer);
        }
        else if (replica.Epoch is null)
        {
            Refuse(JoinOutcome.Unknown);
        }
        else if (gone is not null)
        {
            Dismiss(JoinOutcome.Unknown, WebSocketCloseStatus.NormalClosure, gone);
        }
        else
        {
            Fail(new InvalidOperationException($"{Channel} was there, and now is not."));
        }
    }

    /// <summary>Those who already follow wait until the channel answers again; for newcomers that would be an open-ended silence.</summary>
    private void Unanswered(Exception fault)
    {
        HubLog.Unanswered(logger, fault, Channel);
        if (replica.Epoch is null)
        {
            Refuse(JoinOutcome.Unavailable);
        }
    }

    private void Refuse(JoinOutcome outcome)
    {
        lobby.Settle(outcome);
        foreach (var subscription in room.DismissAll())
        {
            subscription.Settle(outcome);
        }

        Close(outcome);
    }

    private void ReleaseOrWait()
    {
        alarm.SetEmpty(audience.IsEmpty && lobby.IsEmpty && room.IsEmpty && taps.IsEmpty && !inquiry.IsUnderWay);
        if (alarm.UntilRelease <= TimeSpan.Zero)
        {
            Close(JoinOutcome.Closed);
            return;
        }

        alarm.Set(
            room.NextMerge,
            inquiry.Pause > TimeSpan.Zero ? inquiry.Pause : null,
            inquiry.IsUnderWay ? null : alarm.UntilOverdue,
            gathering.Left(audience.Count, replica.FreshCount),
            moments.IsBehind ? options.MergeEvery : null);
    }

    private void Close(JoinOutcome reason)
    {
        isClosed = true;
        alarm.Dispose();
        taps.End(reason);
        metrics.FeedClosed();
        closed(this);
        Closing = inquiry.CloseAsync();
    }

    private void Fail(Exception fault)
    {
        HubLog.FeedFailed(logger, fault, Channel);
        if (!isClosed)
        {
            Dismiss(JoinOutcome.Unavailable, WebSocketCloseStatus.InternalServerError, "The gateway failed");
        }
    }

    private void Dismiss(JoinOutcome outcome, WebSocketCloseStatus status, string reason)
    {
        lobby.Settle(outcome);
        foreach (var subscription in room.DismissAll().Concat(audience.Dismiss(told)))
        {
            subscription.Settle(outcome);
            subscription.Socket.Close(status, reason);
        }

        Close(outcome);
    }
}
