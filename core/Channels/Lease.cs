namespace OrleansContest.Channels;

/// <summary>One holder's seats.</summary>
/// <param name="Seats">Seats it may fill.</param>
/// <param name="Seated">Seats it has filled, as it last said.</param>
/// <param name="Until">When the lease falls back unless it is renewed.</param>
public sealed record Lease(int Seats, int Seated, DateTimeOffset Until);
