namespace OrleansContest.Channels;

/// <summary>What a gateway wants of a channel's seats, in all: asking the same again changes nothing.</summary>
/// <param name="Holder">The gateway's name: its own for each start, so that a restarted one does not take over leases.</param>
/// <param name="Turn">Greater with every question of that holder: one that arrives after a later one is ignored.</param>
/// <param name="Seated">Seats it has filled.</param>
/// <param name="Needed">Seats it needs: those it has filled, and one for each spectator at its door. What it holds of them it keeps.</param>
/// <param name="Ahead">Seats it would like beyond those, so as to ask less often; it gets them as far as there are plenty.</param>
/// <param name="Limit">Seats that the channel has in all, over every gateway. A lower limit than before takes no seat from anybody.</param>
/// <param name="HeldFor">How long it already counts on what it holds: no lease ends before its holder has heard of it.</param>
public sealed record SeatRequest(string Holder, long Turn, int Seated, int Needed, int Ahead, int Limit, TimeSpan HeldFor)
{
    /// <summary>Asks only how many are watching.</summary>
    public static SeatRequest Nothing { get; } = new("", 0, 0, 0, 0, 0, TimeSpan.Zero);
}
