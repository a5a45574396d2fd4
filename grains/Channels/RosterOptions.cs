namespace OrleansContest.Grains.Channels;

/// <summary>How rosters behave.</summary>
public sealed record RosterOptions
{
    /// <summary>How long a lease of seats lasts without renewal. Default: 30 s.</summary>
    public TimeSpan Term { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long renewals may be given on the strength of what was stored last.</summary>
    internal TimeSpan Trust => Term / 3;
}
