namespace OrleansContest.Events;

/// <summary>What an event is made of, to be found by id and shown.</summary>
internal sealed class EventIndex
{
    private readonly Dictionary<string, Race> races;
    private readonly Dictionary<string, ExportedParticipant> participants;

    public EventIndex(EventStructure structure)
    {
        var classes = structure.Classes.Select(one => one.ClassId).ToHashSet(StringComparer.Ordinal);
        var courses = structure.Courses.ToDictionary(course => course.CourseNr, course => course.Gates);
        races = structure.Races.Select(race => Read(race, classes, courses)).ToDictionary(race => race.RaceId, StringComparer.Ordinal);
        participants = structure.Participants.ToDictionary(participant => participant.Id, StringComparer.Ordinal);
        Races = [.. races.Values.OrderBy(race => race.Public.RaceOrder ?? int.MaxValue).ThenBy(race => race.RaceId, StringComparer.Ordinal)];
        Classes = [.. structure.Classes.Select(Show)];
        Categories = Aggregate(structure.Classes);
    }

    /// <summary>In the order of the schedule.</summary>
    public IReadOnlyList<Race> Races { get; }

    /// <summary>In the export's order.</summary>
    public IReadOnlyList<PublicClass> Classes { get; }

    /// <summary>By their ids.</summary>
    public IReadOnlyList<PublicAggregatedCategory> Categories { get; }

    public Race? FindRace(string raceId) => races.GetValueOrDefault(raceId);

    public ExportedParticipant? FindParticipant(string participantId) => participants.GetValueOrDefault(participantId);

    public bool Has(string raceId, string participantId) => races.ContainsKey(raceId) && participants.ContainsKey(participantId);

    private static Race Read(ExportedRace race, HashSet<string> classes, Dictionary<int, string?> courses)
    {
        var name = RaceName.Parse(race.RaceId);
        var classId = race.ClassId ?? name?.ClassId;
        var course = race.CourseNr is { } number ? courses.GetValueOrDefault(number) : null;
        var shown = new PublicRace(
            race.RaceId,
            classId is not null && classes.Contains(classId) ? classId : null,
            RaceTypes.Of(race.DisId ?? name?.Discipline),
            race.RaceOrder,
            race.StartTime,
            race.RaceStatus ?? 1);
        return new Race(shown, name, course is null ? null : GateTypes(course));
    }

    private static PublicClass Show(ExportedClass one) => new(
        one.ClassId,
        one.Name,
        one.LongTitle,
        [.. one.Categories.Select(category => new PublicCategory(category.CatId, category.Name, category.FirstYear, category.LastYear))]);

    private static IReadOnlyList<PublicAggregatedCategory> Aggregate(IReadOnlyList<ExportedClass> classes) =>
    [
        .. from one in classes
           from category in one.Categories
           group (one.ClassId, category) by category.CatId into same
           orderby same.Key
           let first = same.First().category
           select new PublicAggregatedCategory(
               same.Key, first.Name, first.FirstYear, first.LastYear, [.. same.Select(member => member.ClassId)]),
    ];

    private static string GateTypes(string course) => course.Replace("S", "", StringComparison.Ordinal);
}
