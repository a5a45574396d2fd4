namespace OrleansContest.Channels;

/// <summary>What a gateway holds of a channel's seats.</summary>
/// <param name="Seats">Seats it may fill; fewer than needed when there are no more, fewer than filled when its lease had lapsed.</param>
/// <param name="Elsewhere">Seats that the other holders have filled, by what they last said.</param>
/// <param name="Spare">Seats that the other holders have and do not need: they come free within moments.</param>
/// <param name="Term">How long it may count on them without asking again, from the moment it asked.</param>
public sealed record SeatGrant(int Seats, int Elsewhere, int Spare, TimeSpan Term);
