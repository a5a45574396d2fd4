using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <inheritdoc cref="IRosterGrain"/>
/// <remarks>Leases are stored when they change, so that a roster that comes back elsewhere gives no seat twice; renewals are not.</remarks>
[GrainType("roster")]
internal sealed class RosterGrain(
    [PersistentState("roster", GrainsComposition.Store)] IPersistentState<RosterState> state, TimeProvider clock) : Grain, IRosterGrain
{
    private readonly Roster roster = new(TimeSpan.FromSeconds(30));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        roster.Restore(state.State.Seats.ToDictionary(held => held.Key, held => new Lease(held.Value, 0, default)), clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public async Task<SeatGrant> Seat(SeatRequest request)
    {
        var grant = roster.Ask(request, clock.GetUtcNow());
        var seats = roster.Leases.ToDictionary(lease => lease.Key, lease => lease.Value.Seats);
        if (!seats.OrderBy(held => held.Key).SequenceEqual(state.State.Seats.OrderBy(held => held.Key)))
        {
            await KeepAsync(seats);
        }

        return grant;
    }

    /// <summary>Nothing is granted that is not stored: when storing fails, this activation ends and the next reads what is true.</summary>
    private async Task KeepAsync(Dictionary<string, int> seats)
    {
        state.State.Seats = seats;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
