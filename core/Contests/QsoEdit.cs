namespace OrleansContest.Contests;

/// <summary>A change to some fields of an entry.</summary>
/// <param name="Fields">Which fields to set, by their names in the contract (<c>callsign</c>, <c>qsoTime</c> …).</param>
/// <param name="Values">Their new values; a null clears a field that may be null.</param>
public sealed record QsoEdit(IReadOnlyList<string> Fields, QsoDraft Values);
