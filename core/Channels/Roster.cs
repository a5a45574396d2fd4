namespace OrleansContest.Channels;

/// <summary>Who holds how many seats of a channel. Never more are held than there are; a lease that is not renewed falls back.</summary>
/// <remarks>
/// Pure: the time comes in. A holder's live lease never shrinks below what the holder says it needs. Beyond that it gets a part of
/// what is free, the smaller the less is free, and nothing while another lacks seats: so the last seat is within everybody's reach.
/// </remarks>
/// <param name="term">How long a lease lasts without renewal, and how long a silent holder's audience counts.</param>
public sealed class Roster(TimeSpan term)
{
    /// <summary>While this many times more seats are free than held, leases last longer: nobody needs those seats soon.</summary>
    private const int Plenty = 9;

    /// <summary>How many times longer.</summary>
    private const int Patience = 20;

    /// <summary>Beyond its need a holder gets one of so many free seats.</summary>
    private const int AheadShare = 4;

    private readonly Dictionary<string, Lease> leases = [];

    /// <summary>Leases of all holders, to be kept where a loss of memory does not reach.</summary>
    public IReadOnlyDictionary<string, Lease> Leases => leases;

    /// <summary>Takes up leases kept from before. Their terms begin anew, for nobody could renew them meanwhile.</summary>
    /// <param name="kept">The leases by holder; when they were renewed does not count.</param>
    /// <param name="now">The time; a later one, if leases may have been renewed elsewhere until then.</param>
    public void Restore(IReadOnlyDictionary<string, Lease> kept, TimeSpan now)
    {
        foreach (var (holder, lease) in kept)
        {
            leases[holder] = lease with { Lacking = 0, HeardAt = now };
        }
    }

    /// <summary>Sets what a holder holds.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="now">The time since whenever; it never goes back.</param>
    /// <returns>What it holds now.</returns>
    public SeatGrant Ask(SeatRequest request, TimeSpan now)
    {
        Expire(now);
        var mine = leases.GetValueOrDefault(request.Holder);
        if (mine is null || mine.Turn <= request.Turn)
        {
            Set(request.Holder, mine = Renew(request, mine?.Seats ?? 0, now));
        }

        var others = Others(request.Holder).ToList();
        return new SeatGrant(
            mine.Seats,
            others.Where(lease => lease.HeardAt + term > now).Sum(lease => lease.Seated),
            others.Sum(lease => lease.Seats - lease.Seated),
            Lasting(others.Sum(lease => lease.Seats) + mine.Seats, request.Limit));
    }

    private Lease Renew(SeatRequest request, int held, TimeSpan now)
    {
        var taken = Others(request.Holder).Sum(lease => lease.Seats);
        var seats = Math.Clamp(request.Needed, 0, Math.Max(held, request.Limit - taken));
        var free = request.Limit - taken - seats;
        if (free > 0 && Others(request.Holder).All(lease => lease.Lacking == 0))
        {
            seats += Math.Clamp(request.Ahead, 0, free / AheadShare);
        }

        var lasting = Lasting(taken + seats, request.Limit);
        return new Lease(seats, Math.Clamp(request.Seated, 0, seats), Math.Max(0, request.Needed - seats), request.Turn, now)
        {
            Term = lasting > request.HeldFor ? lasting : request.HeldFor,
        };
    }

    private TimeSpan Lasting(int held, int limit) => (long)held * (Plenty + 1) <= limit ? term * Patience : term;

    private void Set(string holder, Lease lease)
    {
        if (lease is { Seats: 0, Lacking: 0 })
        {
            leases.Remove(holder);
        }
        else
        {
            leases[holder] = lease;
        }
    }

    private IEnumerable<Lease> Others(string holder) => leases.Where(lease => lease.Key != holder).Select(lease => lease.Value);

    private void Expire(TimeSpan now)
    {
        foreach (var (holder, lease) in leases)
        {
            if (lease.HasLapsed(now))
            {
                leases.Remove(holder);
            }
        }
    }
}
