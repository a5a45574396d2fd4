namespace OrleansContest.Events;

/// <summary>How large an export may be. Whoever reads one holds to it before anything is kept.</summary>
public static class ExportLimits
{
    public const int MaxId = 100;

    /// <summary>Characters of any other field.</summary>
    public const int MaxText = 1_000;

    public const int MaxClasses = 500;

    public const int MaxCategories = 5_000;

    public const int MaxParticipants = 20_000;

    public const int MaxRaces = 2_000;

    public const int MaxResults = 100_000;

    public const int MaxCourses = 200;

    /// <summary>The largest time, in the export's unit: more than a day of milliseconds.</summary>
    public const int MaxTime = 100_000_000;

    /// <summary>The largest penalty.</summary>
    public const int MaxPen = 10_000_000;
}
