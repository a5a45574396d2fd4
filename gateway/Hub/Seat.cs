namespace OrleansContest.Gateway.Hub;

/// <summary>One spectator's place in a channel, counted over all gateways. Disposing of it gives it back; doing so again does nothing.</summary>
internal sealed class Seat : IDisposable
{
    private readonly Lock gate = new();
    private readonly SeatLease lease;
    private SpectatorSocket? occupant;
    private bool isLost;

    public Seat(SeatLease lease)
    {
        this.lease = lease;
        Node = new LinkedListNode<Seat>(this);
    }

    /// <summary>Its place in the order of coming. Touched by its lease only.</summary>
    public LinkedListNode<Seat> Node { get; }

    /// <summary>Whose seat it is.</summary>
    public SeatLease Lease => lease;

    /// <summary>Somebody sits down, to be sent away if the seat is lost.</summary>
    public void Occupy(SpectatorSocket socket)
    {
        lock (gate)
        {
            occupant = socket;
            SendAwayIfLost();
        }
    }

    /// <summary>The seat has fallen back: another may have it.</summary>
    public void Lose()
    {
        lock (gate)
        {
            isLost = true;
            SendAwayIfLost();
        }
    }

    public void Dispose() => lease.Free(this);

    private void SendAwayIfLost()
    {
        if (isLost)
        {
            occupant?.CloseForWantOfSeat();
        }
    }
}
