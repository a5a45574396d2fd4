namespace OrleansContest.Channels;

/// <summary>One holder's seats.</summary>
/// <param name="Seats">Seats it may fill.</param>
/// <param name="Seated">Seats it has filled, as it last said.</param>
/// <param name="Lacking">Seats it needed beyond those, and did not get.</param>
/// <param name="Turn">The question that was answered with this.</param>
/// <param name="HeardAt">When that was.</param>
public sealed record Lease(int Seats, int Seated, int Lacking, long Turn, TimeSpan HeardAt)
{
    /// <summary>After how long it falls back unless it is renewed.</summary>
    public required TimeSpan Term { get; init; }

    public bool HasLapsed(TimeSpan now) => HeardAt + Term <= now;
}
