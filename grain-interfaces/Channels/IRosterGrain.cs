namespace OrleansContest.Channels;

/// <summary>The seats of one channel, over all gateways. Key: <c>KIND:ID</c>.</summary>
[Alias("OrleansContest.IRosterGrain")]
public interface IRosterGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="ISeats.SeatAsync"/>
    Task<SeatGrant> Seat(SeatRequest request);
}
