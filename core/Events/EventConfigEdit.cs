namespace OrleansContest.Events;

/// <summary>Settings of an event to change; what is null here stays as it is.</summary>
/// <inheritdoc cref="EventConfig" path="/param"/>
public sealed record EventConfigEdit(
    string? ActiveRaceId = null,
    string? DisplayMode = null,
    bool? ShowOnCourse = null,
    MergeStrategy? Strategy = null,
    int? MaxConnections = null);
