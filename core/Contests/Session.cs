namespace OrleansContest.Contests;

/// <summary>A station's right to log for a while.</summary>
/// <param name="SessionId">Its name, not secret.</param>
/// <param name="StationId">The station it logs for.</param>
/// <param name="Callsign">Who opened it.</param>
/// <param name="ExpiresAt">20 minutes after it was last used.</param>
public sealed record Session(string SessionId, string StationId, string Callsign, DateTimeOffset ExpiresAt);
