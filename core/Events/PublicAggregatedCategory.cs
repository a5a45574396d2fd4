namespace OrleansContest.Events;

/// <summary>An age group and all the classes that have it.</summary>
/// <param name="CatId">Such as <c>ZS</c>.</param>
/// <param name="Name">Its name in the first of the classes, as are the years.</param>
/// <param name="FirstYear">Year or age from.</param>
/// <param name="LastYear">Year or age to.</param>
/// <param name="ClassIds">The classes, in the export's order.</param>
public sealed record PublicAggregatedCategory(
    string CatId, string? Name, int? FirstYear, int? LastYear, IReadOnlyList<string> ClassIds);
