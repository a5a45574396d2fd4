namespace OrleansContest.Contests;

/// <summary>A session to open.</summary>
/// <param name="SessionId">Its name, chosen by whoever made the token.</param>
/// <param name="TokenHash">SHA-256 of the token, 64 lower-case hex digits.</param>
/// <param name="Callsign">Who opens it.</param>
/// <param name="StationId">The station it will log for.</param>
public sealed record SessionDraft(string SessionId, string TokenHash, string Callsign, string StationId);
