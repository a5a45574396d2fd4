namespace OrleansContest.Contests;

/// <summary>What makes a second contact of a station with a callsign a dupe.</summary>
public enum DupeRule
{
    /// <summary>The same band and mode class.</summary>
    BandMode,

    /// <summary>The same band.</summary>
    Band,

    /// <summary>Nothing: every contact counts.</summary>
    None,
}
