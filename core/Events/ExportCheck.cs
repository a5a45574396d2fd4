namespace OrleansContest.Events;

/// <summary>Whether an export is whole, consistent and within its limits.</summary>
internal static class ExportCheck
{
    /// <returns>What is wrong, in a sentence; null when nothing is.</returns>
    public static string? Wrong(EventExport export) =>
        Missing(export)
        ?? TooMany(export)
        ?? Ids("Classes", export.Classes, one => one.ClassId)
        ?? export.Classes.Select(one => Ids($"Categories of the class {one.ClassId}", one.Categories, category => category.CatId))
            .FirstOrDefault(wrong => wrong is not null)
        ?? Ids("Participants", export.Participants, participant => participant.Id)
        ?? Ids("Schedule", export.Races, race => race.RaceId)
        ?? Twice("CourseData", export.Courses, course => course.CourseNr)
        ?? Twice("Results", export.Results, result => (result.RaceId, result.ParticipantId))
        ?? export.Results.Select(WrongFigures).FirstOrDefault(wrong => wrong is not null);

    /// <summary>An export that lacks these would take away everything there is.</summary>
    private static string? Missing(EventExport export) => export switch
    {
        { Details: null } => "It has no Events.",
        { Classes.Count: 0 } => "It has no Classes.",
        { Participants.Count: 0 } => "It has no Participants.",
        { Races.Count: 0 } => "It has no Schedule.",
        _ => null,
    };

    private static string? TooMany(EventExport export)
    {
        (string Section, int Count, int Most)[] sections =
        [
            ("Classes", export.Classes.Count, ExportLimits.MaxClasses),
            ("Categories", export.Classes.Sum(one => one.Categories.Count), ExportLimits.MaxCategories),
            ("Participants", export.Participants.Count, ExportLimits.MaxParticipants),
            ("Schedule", export.Races.Count, ExportLimits.MaxRaces),
            ("Results", export.Results.Count, ExportLimits.MaxResults),
            ("CourseData", export.Courses.Count, ExportLimits.MaxCourses),
        ];
        return sections.Where(section => section.Count > section.Most)
            .Select(section => $"It has {section.Count} {section.Section}; at most {section.Most} can be taken.")
            .FirstOrDefault();
    }

    private static string? Ids<T>(string section, IReadOnlyList<T> items, Func<T, string> id) =>
        items.Any(item => id(item) is not { Length: > 0 and <= ExportLimits.MaxId })
            ? $"{section}: an id has 1 to {ExportLimits.MaxId} characters."
            : Twice(section, items, id);

    private static string? Twice<T, TKey>(string section, IReadOnlyList<T> items, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>(items.Count);
        return items.Where(item => !seen.Add(key(item))).Select(item => $"{section}: {key(item)} is there twice.").FirstOrDefault();
    }

    private static string? WrongFigures(ExportedResult result) =>
        IsWithin(result.Time, ExportLimits.MaxTime) && IsWithin(result.Total, ExportLimits.MaxTime) && IsWithin(result.Pen, ExportLimits.MaxPen)
            ? null
            : $"Results: a figure of {result.ParticipantId} in {result.RaceId} is out of bounds.";

    private static bool IsWithin(int? figure, int most) => figure is null or >= 0 && !(figure > most);
}
