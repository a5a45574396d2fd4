namespace OrleansContest.Gateway.Contests;

/// <summary>A session to open, as a client writes it.</summary>
/// <param name="Callsign">Who opens it.</param>
/// <param name="StationId">The station it will log for.</param>
/// <param name="ContestId">Where it will log; every contest that admits the caller when null.</param>
internal sealed record SessionInput(string? Callsign = null, string? StationId = null, string? ContestId = null);
