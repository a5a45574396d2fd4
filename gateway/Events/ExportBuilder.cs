using OrleansContest.Events;

namespace OrleansContest.Gateway.Events;

/// <summary>Collects what an export holds, and sees to it that nothing is there twice or too often.</summary>
internal sealed class ExportBuilder
{
    private readonly Part<ExportedClass, string> classes = new("Classes", ExportLimits.MaxClasses);
    private readonly Part<ExportedParticipant, string> participants = new("Participants", ExportLimits.MaxParticipants);
    private readonly Part<ExportedRace, string> races = new("Schedule", ExportLimits.MaxRaces);
    private readonly Part<ExportedResult, (string, string)> results = new("Results", ExportLimits.MaxResults);
    private readonly Part<ExportedCourse, int> courses = new("CourseData", ExportLimits.MaxCourses);
    private ExportedDetails? details;

    public EventExport Export => new(details, classes.Items, participants.Items, races.Items, results.Items, courses.Items);

    /// <summary>Age groups are collected before their class is known.</summary>
    public static void RequireRoom(List<ExportFields> categories)
    {
        if (categories.Count > ExportLimits.MaxCategories)
        {
            throw new ExportFormatException(categories[^1].Line, $"There are more than {ExportLimits.MaxCategories} Categories.");
        }
    }

    /// <summary>An export is of one event: the first it names.</summary>
    public void AddEvent(ExportFields fields) => details ??= new ExportedDetails(
        fields.Text("EventId"),
        fields.Text("MainTitle"),
        fields.Text("SubTitle"),
        fields.Text("Location"),
        fields.Text("Country"),
        fields.Text("Facility"),
        fields.Day("StartDate"),
        fields.Day("EndDate"),
        fields.Text("CanoeDiscipline"),
        fields.Text("TimeMode"));

    public void AddClass(ExportFields fields, IReadOnlyList<ExportFields> categories)
    {
        var part = new Part<ExportedCategory, string>("Categories", int.MaxValue);
        foreach (var category in categories)
        {
            part.Add(category.Line, category.Id("CatId"), new(
                category.Id("CatId"), category.Text("Category"), category.Number("FirstYear"), category.Number("LastYear")));
        }

        classes.Add(fields.Line, fields.Id("ClassId"), new(fields.Id("ClassId"), fields.Text("Class"), fields.Text("LongTitle"), part.Items));
    }

    public void AddParticipant(ExportFields fields) => participants.Add(fields.Line, fields.Id("Id"), new(
        fields.Id("Id"),
        fields.Text("ClassId"),
        fields.Number("EventBib"),
        fields.Text("ICFId"),
        fields.Text("FamilyName"),
        fields.Text("GivenName"),
        fields.Text("NOC"),
        fields.Text("Club"),
        fields.Text("CatId"),
        fields.Flag("IsTeam"),
        [.. new[] { "Member1", "Member2", "Member3" }.Select(fields.Text).OfType<string>()]));

    public void AddRace(ExportFields fields) => races.Add(fields.Line, fields.Id("RaceId"), new(
        fields.Id("RaceId"),
        fields.Number("RaceOrder"),
        fields.Moment("StartTime"),
        fields.Text("ClassId"),
        fields.Text("DisId"),
        fields.Text("StartInterval"),
        fields.Number("CourseNr"),
        fields.Number("RaceStatus")));

    public void AddResult(ExportFields fields) => results.Add(fields.Line, (fields.Id("RaceId"), fields.Id("Id")), new(
        fields.Id("RaceId"),
        fields.Id("Id"),
        fields.Number("StartOrder"),
        fields.Number("Bib"),
        fields.Text("StartTime"),
        fields.Text("Status"),
        fields.Text("dtStart"),
        fields.Text("dtFinish"),
        fields.Number("Time"),
        fields.Raw("Gates"),
        fields.Number("Pen"),
        fields.Number("Total"),
        fields.Text("TotalBehind"),
        fields.Text("catTotalBehind"),
        fields.Number("Rnk"),
        fields.Number("CatRnk")));

    public void AddCourse(ExportFields fields) => courses.Add(
        fields.Line, fields.RequiredNumber("CourseNr"), new(fields.RequiredNumber("CourseNr"), fields.Text("CourseConfig")));

    /// <summary>One part of an export, in the file's order.</summary>
    private sealed class Part<T, TKey>(string section, int most)
    {
        private readonly HashSet<TKey> keys = [];
        private readonly List<T> items = [];

        public IReadOnlyList<T> Items => items;

        public void Add(int line, TKey key, T item)
        {
            if (!keys.Add(key))
            {
                throw new ExportFormatException(line, $"{section}: {key} is there twice.");
            }

            if (items.Count == most)
            {
                throw new ExportFormatException(line, $"There are more than {most} {section}.");
            }

            items.Add(item);
        }
    }
}
