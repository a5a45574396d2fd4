namespace OrleansContest.Events;

/// <summary>Where somebody stands in a race. All is null for who has no place.</summary>
/// <param name="Rnk">Rank.</param>
/// <param name="Behind">Seconds behind the leader, as the contract writes them.</param>
/// <param name="CatRnk">Rank within the age group.</param>
/// <param name="CatBehind">Seconds behind its leader.</param>
internal readonly record struct Standing(int? Rnk, string? Behind, int? CatRnk, string? CatBehind);
