namespace OrleansContest.Channels;

/// <summary>What a gateway wants to hold of a channel's seats.</summary>
/// <param name="Holder">The gateway's name: its own for each start, so that a restarted one does not take over leases.</param>
/// <param name="Seats">Seats it wants in all, those it has included; 0 returns everything.</param>
/// <param name="Seated">How many of them are filled: the audience it has.</param>
/// <param name="Limit">Seats that the channel has in all, over every gateway.</param>
public sealed record SeatRequest(string Holder, int Seats, int Seated, int Limit);
