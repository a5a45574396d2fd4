namespace OrleansContest.Channels;

/// <summary>The seats of every channel, shared out over all gateways.</summary>
public interface ISeats
{
    /// <summary>Asks for seats of a channel, renews them or gives them back. Exact over all gateways.</summary>
    /// <exception cref="ChannelUnavailableException">Temporary: whether it was done is unknown, and the same may be asked again.</exception>
    Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken);
}
