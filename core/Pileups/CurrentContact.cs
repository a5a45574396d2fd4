namespace OrleansContest.Pileups;

/// <summary>The contact that the operator is in: <c>current_qso</c>.</summary>
/// <param name="Callsign">With whom.</param>
/// <param name="Timestamp">Since when.</param>
/// <param name="Qrz">What is known of them.</param>
/// <param name="Metadata">How it came about.</param>
public sealed record CurrentContact(string Callsign, DateTimeOffset Timestamp, CallerProfile Qrz, ContactOrigin Metadata);
