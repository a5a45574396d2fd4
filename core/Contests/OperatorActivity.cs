namespace OrleansContest.Contests;

/// <summary>What one operator did, hour by hour.</summary>
public sealed record OperatorActivity(
    string Operator,
    int TotalQsos,
    IReadOnlyList<HourlyActivity> HourlyActivity,
    IReadOnlyDictionary<string, int> BandDistribution,
    IReadOnlyDictionary<string, int> ModeDistribution);

/// <summary>Contacts in the hour that begins at <paramref name="Hour"/>.</summary>
public sealed record HourlyActivity(DateTimeOffset Hour, int Qsos);
