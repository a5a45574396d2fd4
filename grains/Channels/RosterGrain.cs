using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <inheritdoc cref="IRosterGrain"/>
/// <remarks>
/// Nothing is granted that is not stored, so a roster that comes back elsewhere gives no seat twice. Renewals are stored now and
/// then: an activation that was replaced, and does not know, fails at that before the leases that its successor found can lapse.
/// </remarks>
[GrainType("roster")]
internal sealed class RosterGrain(
    [PersistentState("roster", GrainsComposition.Store)] IPersistentState<RosterState> state, RosterOptions options, SteadyClock clock)
    : Grain, IRosterGrain
{
    private readonly Roster roster = new(options.Term);
    private TimeSpan keptAt;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var kept = state.State.Leases;
        if (kept.Count > 0)
        {
            await state.WriteStateAsync(cancellationToken);
            keptAt = clock.Now;
            roster.Restore(kept.ToDictionary(held => held.Key, held => held.Value.ToLease()), keptAt + options.Trust);
        }
    }

    public async Task<SeatGrant> Seat(SeatRequest request)
    {
        var grant = roster.Ask(request, clock.Now);
        if (MustKeep())
        {
            await KeepAsync();
        }

        return grant;
    }

    private bool MustKeep()
    {
        var kept = state.State.Leases;
        return kept.Count != roster.Leases.Count
            || roster.Leases.Any(lease => kept.GetValueOrDefault(lease.Key)?.PromisesSameAs(lease.Value) != true)
            || (kept.Count > 0 && clock.Now - keptAt >= options.Trust);
    }

    /// <summary>When storing fails, this activation ends and the next reads what is true.</summary>
    private async Task KeepAsync()
    {
        var (now, before) = (clock.Now, state.State.Leases);
        state.State.Leases = roster.Leases.ToDictionary(lease => lease.Key, lease => KeptLease.Of(lease.Value));
        try
        {
            await state.WriteStateAsync();
            keptAt = now;
        }
        catch
        {
            state.State.Leases = before;
            DeactivateOnIdle();
            throw;
        }
    }
}
