namespace OrleansContest.Events;

/// <summary>A class of boats.</summary>
/// <param name="ClassId">Such as <c>K1M_ST</c>.</param>
/// <param name="Name">Its short name.</param>
/// <param name="LongTitle">Its long name.</param>
/// <param name="Categories">Age groups, in the export's order.</param>
public sealed record PublicClass(string ClassId, string? Name, string? LongTitle, IReadOnlyList<PublicCategory> Categories);

/// <summary>An age group of a class.</summary>
/// <param name="CatId">Such as <c>ZS</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="FirstYear">Year or age from, as the export has it.</param>
/// <param name="LastYear">Year or age to.</param>
public sealed record PublicCategory(string CatId, string? Name, int? FirstYear, int? LastYear);
