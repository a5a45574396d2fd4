namespace OrleansContest.Events;

/// <summary>A line of a start list.</summary>
/// <param name="StartOrder">Place in it.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="AthleteId">The athlete's own id, the same in every class.</param>
/// <param name="Name">Family name and given name.</param>
/// <param name="Club">Club.</param>
/// <param name="Noc">Country code.</param>
/// <param name="CatId">Age group.</param>
/// <param name="StartTime">When the start is due: a time of day at the venue, as the timing software writes it.</param>
public sealed record PublicStartlistEntry(
    int? StartOrder, int? Bib, string? AthleteId, string Name, string? Club, string? Noc, string? CatId, string? StartTime);
