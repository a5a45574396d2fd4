namespace OrleansContest.Contests;

/// <summary>A contest in figures.</summary>
/// <param name="QsoCount">Entries that count, dupes included.</param>
/// <param name="PointsTotal">Points of all of them.</param>
/// <param name="Mults">Multipliers worked.</param>
/// <param name="Score">Points × max(1, multipliers if they multiply) × power multiplier.</param>
/// <param name="DupeCount">Dupes among the entries.</param>
/// <param name="QsoPerHour">Contacts of each hour, in order of time.</param>
/// <param name="TopCalls">The callsigns worked most often, at most ten.</param>
/// <param name="BandDist">Contacts by band.</param>
/// <param name="ModeDist">Contacts by mode.</param>
/// <param name="LastUpdated">When the log last changed; null while it is empty.</param>
public sealed record ContestStatistics(
    int QsoCount,
    long PointsTotal,
    int Mults,
    long Score,
    int DupeCount,
    IReadOnlyList<HourlyActivity> QsoPerHour,
    IReadOnlyList<CallCount> TopCalls,
    IReadOnlyDictionary<string, int> BandDist,
    IReadOnlyDictionary<string, int> ModeDist,
    DateTimeOffset? LastUpdated);

/// <summary>Contacts of one callsign.</summary>
public sealed record CallCount(string Call, int Count);
