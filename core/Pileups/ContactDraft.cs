namespace OrleansContest.Pileups;

/// <summary>What a logging program says of the contact that the operator has just begun.</summary>
/// <param name="Callsign">A callsign that <see cref="PileupCallsign"/> accepts.</param>
/// <param name="FrequencyMhz">In MHz.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Source">The logging program, by its own name.</param>
/// <param name="TriggeredBy">What made it say so.</param>
public sealed record ContactDraft(string Callsign, decimal? FrequencyMhz, string? Mode, string? Source, string? TriggeredBy);
