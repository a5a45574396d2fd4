namespace OrleansContest.Channels;

/// <summary>What a gateway holds.</summary>
/// <param name="Seats">Seats it may fill; fewer than asked when there are no more, fewer than filled when its lease had lapsed.</param>
/// <param name="Audience">Filled seats over all gateways.</param>
/// <param name="Term">How long it holds them without asking again.</param>
public sealed record SeatGrant(int Seats, int Audience, TimeSpan Term);
