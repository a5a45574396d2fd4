namespace OrleansContest.Events;

/// <summary>A whole event as the venue's timing software exports it, read but not yet judged. Empty text is null here.</summary>
/// <remarks>Source: the live-event contract; the file is XML with the root <c>Canoe123Data</c>.</remarks>
/// <param name="Details">The event itself; null when the file has no such section.</param>
/// <param name="Classes">In the file's order, as are those below.</param>
/// <param name="Participants">Who takes part, once for each class they start in.</param>
/// <param name="Races">The schedule.</param>
/// <param name="Results">One for each start of a participant in a race, run or not.</param>
/// <param name="Courses">The gates.</param>
public sealed record EventExport(
    ExportedDetails? Details,
    IReadOnlyList<ExportedClass> Classes,
    IReadOnlyList<ExportedParticipant> Participants,
    IReadOnlyList<ExportedRace> Races,
    IReadOnlyList<ExportedResult> Results,
    IReadOnlyList<ExportedCourse> Courses);

/// <summary>The event itself.</summary>
/// <param name="EventId">The timing software's id of it; ours is another.</param>
/// <param name="MainTitle">Its title there.</param>
/// <param name="SubTitle">Its second title.</param>
/// <param name="Location">Where.</param>
/// <param name="Country">The country's name.</param>
/// <param name="Facility">The venue's name.</param>
/// <param name="StartDate">First day, as the venue counts days.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="Discipline">Such as <c>Slalom</c>.</param>
/// <param name="TimeMode">What the software calls its unit of times; not to be relied on.</param>
public sealed record ExportedDetails(
    string? EventId,
    string? MainTitle,
    string? SubTitle,
    string? Location,
    string? Country,
    string? Facility,
    DateOnly? StartDate,
    DateOnly? EndDate,
    string? Discipline,
    string? TimeMode);

/// <summary>A class of boats.</summary>
/// <param name="ClassId">Such as <c>K1M_ST</c>.</param>
/// <param name="Name">Its short name.</param>
/// <param name="LongTitle">Its long name.</param>
/// <param name="Categories">Age groups.</param>
public sealed record ExportedClass(string ClassId, string? Name, string? LongTitle, IReadOnlyList<ExportedCategory> Categories);

/// <summary>An age group of a class.</summary>
/// <param name="CatId">Such as <c>ZS</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="FirstYear">As the software has it: a year, or an age.</param>
/// <param name="LastYear">Likewise.</param>
public sealed record ExportedCategory(string CatId, string? Name, int? FirstYear, int? LastYear);

/// <summary>Somebody who takes part in a class.</summary>
/// <param name="Id">Such as <c>60070.K1M.ZS</c>.</param>
/// <param name="ClassId">The class.</param>
/// <param name="EventBib">The number worn.</param>
/// <param name="IcfId">The athlete's own id, the same in every class.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Noc">Country code.</param>
/// <param name="Club">Club.</param>
/// <param name="CatId">Age group.</param>
/// <param name="IsTeam">Whether it is a team.</param>
/// <param name="Members">Ids of a team's members.</param>
public sealed record ExportedParticipant(
    string Id,
    string? ClassId,
    int? EventBib,
    string? IcfId,
    string? FamilyName,
    string? GivenName,
    string? Noc,
    string? Club,
    string? CatId,
    bool IsTeam,
    IReadOnlyList<string> Members);

/// <summary>A race of the schedule.</summary>
/// <param name="RaceId">Such as <c>K1M_ST_BR1_6</c>.</param>
/// <param name="RaceOrder">Its place in the schedule.</param>
/// <param name="StartTime">When it starts.</param>
/// <param name="ClassId">Its class.</param>
/// <param name="DisId">What sort of race: <c>BR1</c>, <c>FIN</c> …</param>
/// <param name="StartInterval">Between two starts, as the software writes it.</param>
/// <param name="CourseNr">Its course.</param>
/// <param name="RaceStatus">The software's code, 1 to 12.</param>
public sealed record ExportedRace(
    string RaceId,
    int? RaceOrder,
    DateTimeOffset? StartTime,
    string? ClassId,
    string? DisId,
    string? StartInterval,
    int? CourseNr,
    int? RaceStatus);

/// <summary>One start of a participant in a race. Times are in whatever unit the file has: see <see cref="ExportTimes"/>.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="ParticipantId">Who.</param>
/// <param name="StartOrder">Place in the start list.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="StartTime">When the start is due, a time of day as the software writes it.</param>
/// <param name="Status">The software's word.</param>
/// <param name="DtStart">When it started, a time of day.</param>
/// <param name="DtFinish">When it finished.</param>
/// <param name="Time">Running time.</param>
/// <param name="Gates">The row of cells: see <see cref="GateCells"/>. Its blanks count.</param>
/// <param name="Pen">Penalties.</param>
/// <param name="Total">Both together.</param>
/// <param name="TotalBehind">Behind the leader, as text.</param>
/// <param name="CatTotalBehind">Behind the leader of the age group.</param>
/// <param name="Rnk">Rank.</param>
/// <param name="CatRnk">Rank within the age group.</param>
public sealed record ExportedResult(
    string RaceId,
    string ParticipantId,
    int? StartOrder = null,
    int? Bib = null,
    string? StartTime = null,
    string? Status = null,
    string? DtStart = null,
    string? DtFinish = null,
    int? Time = null,
    string? Gates = null,
    int? Pen = null,
    int? Total = null,
    string? TotalBehind = null,
    string? CatTotalBehind = null,
    int? Rnk = null,
    int? CatRnk = null);

/// <summary>A course.</summary>
/// <param name="CourseNr">Its number.</param>
/// <param name="Gates">In order: <c>N</c> a normal gate, <c>R</c> a reverse one, <c>S</c> a mark between sections, which is no gate.</param>
public sealed record ExportedCourse(int CourseNr, string? Gates);
