using System.Text.Json.Serialization;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Events;

/// <summary>An event to create, as a client writes it.</summary>
/// <param name="EventId">Its id.</param>
/// <param name="MainTitle">What people call it.</param>
/// <param name="SubTitle">Second title.</param>
/// <param name="Location">Where.</param>
/// <param name="Facility">The venue's name.</param>
/// <param name="StartDate">First day, <c>2026-06-27</c>.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="Discipline">Such as <c>Slalom</c>.</param>
/// <param name="ImageUrl">A picture's address.</param>
/// <param name="Strategy"><c>push-wins</c> when absent.</param>
/// <param name="MaxConnections">200 when absent.</param>
internal sealed record EventInput(
    string? EventId = null,
    string? MainTitle = null,
    string? SubTitle = null,
    string? Location = null,
    string? Facility = null,
    DateOnly? StartDate = null,
    DateOnly? EndDate = null,
    string? Discipline = null,
    string? ImageUrl = null,
    MergeStrategy? Strategy = null,
    int? MaxConnections = null)
{
    public EventDraft ToDraft() => new(
        MainTitle ?? "",
        SubTitle,
        Location,
        Facility,
        StartDate,
        EndDate,
        Discipline,
        ImageUrl,
        Strategy ?? MergeStrategy.PushWins,
        MaxConnections ?? EventConfig.DefaultConnections);
}

/// <param name="Status">Where the event shall go.</param>
internal sealed record StatusInput(string? Status = null);

/// <param name="Xml">An export.</param>
internal sealed record XmlInput(string? Xml = null);

/// <param name="Oncourse">Everybody who is on the course.</param>
internal sealed record OnCoursePush(IReadOnlyList<OnCourseInput?>? Oncourse = null);

/// <inheritdoc cref="OnCourseReport"/>
internal sealed record OnCourseInput(
    string? ParticipantId = null,
    string? RaceId = null,
    int? Bib = null,
    string? Name = null,
    string? Club = null,
    int? Position = null,
    IReadOnlyList<int?>? Gates = null,
    string? DtStart = null,
    string? DtFinish = null,
    int? Time = null,
    int? Pen = null,
    int? Total = null,
    int? Rank = null,
    string? TtbDiff = null,
    string? TtbName = null)
{
    /// <summary>What every entry must have and this one has not.</summary>
    public string? Missing => this switch
    {
        { RaceId: null } => "raceId",
        { ParticipantId: null } => "participantId",
        { Bib: null } => "bib",
        { Position: null } => "position",
        _ => null,
    };

    public OnCourseReport ToReport() => new(
        ParticipantId!, RaceId!, Bib!.Value, Name ?? "", Club, Position!.Value, Gates ?? [], DtStart, DtFinish, Time, Pen, Total, Rank, TtbDiff, TtbName);
}

/// <param name="Results">Results, each with all that is known of it.</param>
internal sealed record ResultsPush(IReadOnlyList<ResultInput?>? Results = null);

/// <inheritdoc cref="ResultReport"/>
internal sealed record ResultInput(
    string? RaceId = null,
    string? ParticipantId = null,
    int? Bib = null,
    int? Time = null,
    int? Pen = null,
    int? Total = null,
    string? Status = null,
    IReadOnlyList<GateInput?>? Gates = null)
{
    /// <summary>What every result must have and this one has not.</summary>
    public string? Missing => RaceId is null ? "raceId" : ParticipantId is null ? "participantId" : null;

    /// <summary>A gate without a number says nothing of any.</summary>
    public ResultReport ToReport() => new(
        RaceId!,
        ParticipantId!,
        Bib,
        Time,
        Pen,
        Total,
        RunStatuses.Read(Status),
        Gates is null ? null : [.. Gates.Where(gate => gate?.Gate is not null).Select(gate => new GateReport(gate!.Gate!.Value, gate.Pen))]);
}

/// <inheritdoc cref="GateReport"/>
internal sealed record GateInput(int? Gate = null, int? Pen = null);

/// <summary>How what clients send is read: leniently between text and number, unknown members ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientText)])]
[JsonSerializable(typeof(EventInput))]
[JsonSerializable(typeof(EventConfigEdit))]
[JsonSerializable(typeof(StatusInput))]
[JsonSerializable(typeof(XmlInput))]
[JsonSerializable(typeof(OnCoursePush))]
[JsonSerializable(typeof(ResultsPush))]
internal sealed partial class EventInputJson : JsonSerializerContext;
