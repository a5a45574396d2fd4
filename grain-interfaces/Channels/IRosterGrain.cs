namespace OrleansContest.Channels;

/// <summary>The seats of one channel, over all gateways. Key: <c>KIND:ID</c>.</summary>
[Alias("OrleansContest.IRosterGrain")]
public interface IRosterGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="ISeats.SeatAsync"/>
    /// <remarks>A question that has waited for longer than who asked is dropped, so that none comes in after a later one.</remarks>
    [ResponseTimeout("00:00:05")]
    Task<SeatGrant> Seat(SeatRequest request);
}
