using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>This gateway's seats of one channel: gives them to spectators, keeps the lease on them, and asks the roster for more.</summary>
/// <remarks>
/// A mailbox like a feed. There is one question to the roster at a time, and it is asked for everybody who waits by then, so a
/// crowd costs few. Where a lease has fallen back, or less is given than was filled, the last to come are the first to go.
/// </remarks>
internal sealed class SeatLease
{
    private readonly ChannelId channel;
    private readonly SeatTools tools;
    private readonly Action<ChannelId> closed;
    private readonly Mailbox mailbox;
    private readonly SeatHolding holding;
    private readonly SeatDoor door;
    private readonly AudienceNews news;
    private readonly RosterInquiry inquiry;
    private readonly Alarm alarm;
    private readonly LinkedList<Seat> filled = new();
    private int limit;
    private int countedHeld;
    private bool isClosed;

    public SeatLease(ChannelId channel, SeatTools tools, Action<ChannelId> closed)
    {
        (this.channel, this.tools, this.closed) = (channel, tools, closed);
        mailbox = new Mailbox(EndTurn, Fail);
        holding = new SeatHolding(tools.Options);
        door = new SeatDoor(tools.Metrics);
        news = new AudienceNews(tools.Options.ReportEvery);
        inquiry = new RosterInquiry(channel, tools, mailbox);
        alarm = new Alarm(tools.Clock, () => mailbox.Post(static () => { }));
    }

    /// <summary>How many watch the channel, over all gateways; null until the roster has first answered.</summary>
    public int? Audience => news.Audience;

    /// <summary>Takes a seat, or learns why there is none, within <see cref="SeatOptions.WaitWithin"/>.</summary>
    /// <param name="seats">Seats that the channel has, over all gateways.</param>
    public Task<SeatAnswer> TakeAsync(int seats)
    {
        var waiting = new TaskCompletionSource<SeatAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() => Admit(waiting, seats));
        return waiting.Task;
    }

    public void Free(Seat seat) => mailbox.Post(() => Leave(seat));

    /// <summary>Calls when the audience has changed, not more often than <see cref="SeatOptions.ReportEvery"/>.</summary>
    public void Watch(Action changed) => mailbox.Post(() => news.Add(changed));

    public void Unwatch(Action changed) => mailbox.Post(() => news.Remove(changed));

    /// <summary>Gives everything back, whoever may still sit there, and gives out no more.</summary>
    public Task StopAsync()
    {
        var stopped = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() => stopped.SetResult(Stop()));
        return stopped.Task.Unwrap();
    }

    private void Admit(TaskCompletionSource<SeatAnswer> waiting, int seats)
    {
        if (isClosed)
        {
            waiting.SetResult(new SeatAnswer(SeatOutcome.Closed));
            return;
        }

        limit = seats;
        door.Enter(waiting, tools.Now);
    }

    private void Leave(Seat seat)
    {
        if (seat.Node.List == filled)
        {
            filled.Remove(seat.Node);
            holding.Leave(tools.Now);
            tools.Metrics.Left(channel.Kind);
        }
    }

    private void EndTurn()
    {
        if (isClosed)
        {
            return;
        }

        var now = tools.Now;
        SendSurplusAway(now);
        Serve(now);
        door.RefuseSince(now - tools.Options.WaitWithin, holding.IsShort ? SeatOutcome.Full : SeatOutcome.Unavailable);
        CountHeld(holding.Held(now));
        news.Note(holding.Elsewhere + holding.Filled);
        news.Tell(now);
        AskIfDue(now);
        RestOrWait(now);
    }

    private void Serve(TimeSpan now)
    {
        for (var open = Math.Min(holding.Open(now), door.Count); open > 0; open--)
        {
            var seat = new Seat(this);
            filled.AddLast(seat.Node);
            holding.Fill(now);
            tools.Metrics.Granted(channel.Kind);
            news.Note(holding.Elsewhere + holding.Filled);
            door.Seat(seat);
        }
    }

    private void SendSurplusAway(TimeSpan now)
    {
        var surplus = holding.Surplus(now);
        if (surplus > 0)
        {
            HubLog.SeatsLost(tools.Logger, surplus, channel.ToString());
            tools.Metrics.Lost(surplus);
        }

        for (; surplus > 0; surplus--)
        {
            var last = filled.Last!.Value;
            Leave(last);
            last.Lose();
        }
    }

    private void AskIfDue(TimeSpan now)
    {
        if (holding.NextAsk(door.Count, news.IsWanted, now) <= now)
        {
            inquiry.Ask(holding.Ask(door.Count, new SeatCaller(tools.Holder, tools.NextTurn(), limit), now), Answered, Unanswered);
        }
    }

    private void Answered(SeatGrant grant)
    {
        if (isClosed)
        {
            return;
        }

        if (holding.IsSilent)
        {
            HubLog.RosterBack(tools.Logger, channel.ToString());
        }

        var now = tools.Now;
        holding.Answered(grant, now);
        Serve(now);
        door.Refuse(holding.TurnedAway, SeatOutcome.Full);
    }

    private void Unanswered(Exception fault)
    {
        if (!holding.IsSilent && !isClosed)
        {
            HubLog.RosterSilent(tools.Logger, fault, channel.ToString());
        }

        holding.Unanswered(tools.Now);
    }

    private void RestOrWait(TimeSpan now)
    {
        var ask = holding.NextAsk(door.Count, news.IsWanted, now);
        if (ask is null && holding.IsAtRest && door.Count == 0)
        {
            Close();
        }
        else
        {
            alarm.Set(ask - now, holding.Filled > 0 ? holding.Until - now : null, door.First + tools.Options.WaitWithin - now, news.Next - now);
        }
    }

    private void Close()
    {
        isClosed = true;
        alarm.Dispose();
        CountHeld(0);
        closed(channel);
    }

    private Task Stop()
    {
        if (isClosed)
        {
            return Task.CompletedTask;
        }

        door.Refuse(door.Count, SeatOutcome.Unavailable);
        Close();
        return inquiry.ReturnAsync(SeatRequest.Nothing with { Holder = tools.Holder, Turn = tools.NextTurn(), Limit = limit });
    }

    private void CountHeld(int held)
    {
        tools.Metrics.Held(channel.Kind, held - countedHeld);
        countedHeld = held;
    }

    private void Fail(Exception fault)
    {
        HubLog.SeatsFailed(tools.Logger, fault, channel.ToString());
        door.Refuse(door.Count, SeatOutcome.Unavailable);
    }
}
