namespace OrleansContest.Pileups;

/// <summary>What became of a contact that a logging program began: <c>qso_started</c>.</summary>
/// <param name="Callsign">With whom.</param>
/// <param name="Source"><c>queue</c> or <c>direct</c>.</param>
/// <param name="WasInQueue">Whether the caller had waited.</param>
/// <param name="FrequencyMhz">In MHz.</param>
/// <param name="Mode">The mode.</param>
public sealed record ContactStarted(string Callsign, string Source, bool WasInQueue, decimal? FrequencyMhz, string? Mode);
