namespace OrleansContest.Channels;

/// <summary>The seats of every channel, shared out over all gateways.</summary>
public interface ISeats
{
    /// <summary>Asks for seats of a channel, renews them or gives them back. Exact over all gateways.</summary>
    Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken);
}
