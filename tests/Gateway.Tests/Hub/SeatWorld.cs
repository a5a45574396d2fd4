using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>A roster and some gateways' holdings, between which every message can be late, lost or out of order.</summary>
internal sealed class SeatWorld(int limit)
{
    private static readonly TimeSpan term = TimeSpan.FromSeconds(30);

    private readonly List<Holder> holders = [.. Enumerable.Range(0, 3).Select(_ => new Holder(limit))];
    private readonly List<(Holder From, SeatRequest Request)> questions = [];
    private readonly List<(Holder To, SeatRequest Request, SeatGrant Grant)> answers = [];
    private Roster roster = new(term);
    private TimeSpan now;

    /// <summary>Spectators who sit, over all gateways that live.</summary>
    public int Filled => holders.Sum(holder => holder.Holding.Filled);

    /// <summary>Seats that the roster counts as held.</summary>
    public int Held => roster.Leases.Values.Sum(lease => lease.Seats);

    public int Refused => holders.Sum(holder => holder.Refused);

    public int Lost => holders.Sum(holder => holder.Lost);

    public int Questions { get; private set; }

    public int FilledAt(int gateway) => holders[gateway].Holding.Filled;

    public void Come(int gateway, int count = 1)
    {
        holders[gateway].AtDoor += count;
        Settle(holders[gateway]);
    }

    public void Go(int gateway)
    {
        if (holders[gateway].Holding.Filled > 0)
        {
            holders[gateway].Holding.Leave(now);
            Settle(holders[gateway]);
        }
    }

    public void Pass(TimeSpan time)
    {
        now += time;
        holders.ForEach(Settle);
    }

    /// <summary>One question reaches the roster.</summary>
    public void Deliver(int which)
    {
        if (TryTake(questions, which, out var question))
        {
            answers.Add((question.From, question.Request, roster.Ask(question.Request, now)));
        }
    }

    /// <summary>One answer reaches its gateway, which may have given up on it.</summary>
    public void Answer(int which)
    {
        if (TryTake(answers, which, out var answer) && answer.To.Asked == answer.Request)
        {
            answer.To.Answered(answer.Grant, now);
            Settle(answer.To);
        }
    }

    public void LoseQuestion(int which) => TryTake(questions, which, out _);

    public void LoseAnswer(int which) => TryTake(answers, which, out _);

    /// <summary>A gateway waits no longer; its question may still arrive.</summary>
    public void GiveUp(int gateway)
    {
        if (holders[gateway].Asked is not null)
        {
            holders[gateway].GiveUp(now);
            Settle(holders[gateway]);
        }
    }

    /// <summary>A gateway dies, with all who sit there, and another starts.</summary>
    public void Die(int gateway) => holders[gateway] = new Holder(limit);

    /// <summary>From now on nothing of what a gateway says arrives.</summary>
    public void CutOff(int gateway) => holders[gateway].IsCutOff = true;

    /// <summary>The roster comes back elsewhere, with what was stored.</summary>
    public void Forget()
    {
        var successor = new Roster(term);
        successor.Restore(roster.Leases, now);
        roster = successor;
    }

    /// <summary>For so long every message arrives at once, in order.</summary>
    public void Calm(TimeSpan time)
    {
        for (var end = now + time; now < end;)
        {
            Exchange();
            Pass(TimeSpan.FromMilliseconds(250));
        }

        Exchange();
    }

    /// <summary>Everybody at a door goes away, and every gateway gives up on what it has asked.</summary>
    public void Quieten()
    {
        holders.ForEach(holder => holder.AtDoor = 0);
        for (var i = 0; i < holders.Count; i++)
        {
            GiveUp(i);
        }
    }

    /// <summary>Every message arrives.</summary>
    public void Exchange()
    {
        while (questions.Count + answers.Count > 0)
        {
            Deliver(0);
            Answer(0);
        }
    }

    private void Settle(Holder holder)
    {
        if (holder.Settle(now) is { } request && !holder.IsCutOff)
        {
            Questions++;
            questions.Add((holder, request));
        }
    }

    private static bool TryTake<T>(List<T> messages, int which, out T taken)
    {
        taken = messages.Count == 0 ? default! : messages[which % messages.Count];
        if (messages.Count == 0)
        {
            return false;
        }

        messages.RemoveAt(which % messages.Count);
        return true;
    }

    /// <summary>What a lease does with its holding, without the mailbox and the sockets.</summary>
    private sealed class Holder(int limit)
    {
        private readonly string name = Guid.NewGuid().ToString("N");
        private long turn;

        public SeatHolding Holding { get; } = new(new SeatOptions { Ahead = 20 });

        public SeatRequest? Asked { get; private set; }

        public int AtDoor { get; set; }

        public bool IsCutOff { get; set; }

        public int Refused { get; private set; }

        public int Lost { get; private set; }

        public SeatRequest? Settle(TimeSpan now)
        {
            for (; Holding.Surplus(now) > 0; Lost++)
            {
                Holding.Leave(now);
            }

            Serve(now);
            return Holding.NextAsk(AtDoor, false, now) <= now ? Asked = Holding.Ask(AtDoor, new SeatCaller(name, ++turn, limit), now) : null;
        }

        public void Answered(SeatGrant grant, TimeSpan now)
        {
            Asked = null;
            Holding.Answered(grant, now);
            Serve(now);
            var refused = Math.Min(Holding.TurnedAway, AtDoor);
            (AtDoor, Refused) = (AtDoor - refused, Refused + refused);
        }

        public void GiveUp(TimeSpan now)
        {
            Asked = null;
            Holding.Unanswered(now);
        }

        private void Serve(TimeSpan now)
        {
            for (; AtDoor > 0 && Holding.Open(now) > 0; AtDoor--)
            {
                Holding.Fill(now);
            }
        }
    }
}
