using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>The taps of a feed: those within the gateway who follow it.</summary>
internal sealed class TapRoom(Replica replica, FeedOptions options)
{
    private readonly List<Seat> seats = [];

    public bool IsEmpty => seats.Count == 0;

    public bool WantsFull => seats.Exists(seat => seat.WantsFull);

    public void Add(IFeedTap tap) => seats.Add(new Seat(tap));

    public void Remove(IFeedTap tap) => seats.RemoveAll(seat => seat.Tap == tap);

    /// <summary>Promises the tap a full state from now or later.</summary>
    public void RequestFull(IFeedTap tap)
    {
        foreach (var seat in seats.Where(seat => seat.Tap == tap))
        {
            (seat.WantsFull, seat.AskedAt) = (true, replica.Seq);
        }
    }

    /// <summary>Everyone begins anew.</summary>
    public void Restart() => seats.ForEach(seat => seat.Told = null);

    public void Serve() => seats.ForEach(Serve);

    public void End(JoinOutcome reason)
    {
        seats.ForEach(seat => seat.Tap.End(reason));
        seats.Clear();
    }

    private void Serve(Seat seat)
    {
        if (seat.Told is { } told && !replica.ReachesRecent(told))
        {
            seat.Told = null;
        }

        if (seat.Told is null)
        {
            Begin(seat);
        }
        else
        {
            Tell(seat);
            Give(seat);
        }
    }

    private void Begin(Seat seat)
    {
        seat.WantsFull = true;
        if (replica.Full is { } full && replica.ReachesRecent(full.At.Seq))
        {
            (seat.Told, seat.WantsFull) = (full.At.Seq, false);
            seat.Tap.Begin(full);
            seat.ToldMoments = null;
            Tell(seat);
        }
    }

    private void Tell(Seat seat)
    {
        if (seat.Told < replica.Seq)
        {
            seat.Tap.Take(replica.Epoch!, replica.After(seat.Told.Value));
            seat.Told = replica.Seq;
        }

        if (replica.Moments is { } moments && moments != seat.ToldMoments)
        {
            seat.ToldMoments = moments;
            seat.Tap.Take(moments);
        }
    }

    private void Give(Seat seat)
    {
        var full = replica.Full;
        if (seat.WantsFull && full?.At.Seq >= seat.AskedAt && full.At.Seq <= replica.Seq && replica.FullAge <= options.FullAge)
        {
            seat.WantsFull = false;
            seat.Tap.TakeFull(full);
        }
    }

    private sealed class Seat(IFeedTap tap)
    {
        public IFeedTap Tap => tap;

        public long? Told { get; set; }

        public Moments? ToldMoments { get; set; }

        public bool WantsFull { get; set; }

        public long AskedAt { get; set; }
    }
}
