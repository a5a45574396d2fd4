namespace OrleansContest.Channels;

/// <summary>Who holds how many seats of a channel. Never more are held than there are; a lease that is not renewed falls back.</summary>
/// <remarks>Pure: the time comes in. One who asks again with other figures replaces its own lease, so a retry changes nothing.</remarks>
/// <param name="term">How long a lease lasts without renewal.</param>
public sealed class Roster(TimeSpan term)
{
    private readonly Dictionary<string, Lease> leases = [];

    /// <summary>Leases of all holders, to be kept where a loss of memory does not reach.</summary>
    public IReadOnlyDictionary<string, Lease> Leases => leases;

    /// <summary>Takes up leases kept from before. Their terms begin anew, for nobody could renew them meanwhile.</summary>
    public void Restore(IReadOnlyDictionary<string, Lease> kept, DateTimeOffset now)
    {
        foreach (var (holder, lease) in kept)
        {
            leases[holder] = lease with { Until = now + term };
        }
    }

    /// <summary>Sets what a holder wants to hold; it keeps what it has while it wants it, and gets more as far as there is more.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="now">The time.</param>
    /// <returns>What it holds now.</returns>
    public SeatGrant Ask(SeatRequest request, DateTimeOffset now)
    {
        Expire(now);
        var others = leases.Where(lease => lease.Key != request.Holder).Sum(lease => lease.Value.Seats);
        var seats = Math.Clamp(request.Seats, 0, Math.Max(0, request.Limit - others));
        if (seats == 0)
        {
            leases.Remove(request.Holder);
        }
        else
        {
            leases[request.Holder] = new Lease(seats, Math.Min(request.Seated, seats), now + term);
        }

        return new SeatGrant(seats, leases.Values.Sum(lease => lease.Seated), term);
    }

    private void Expire(DateTimeOffset now)
    {
        foreach (var (holder, lease) in leases)
        {
            if (lease.Until <= now)
            {
                leases.Remove(holder);
            }
        }
    }
}
