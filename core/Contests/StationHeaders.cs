namespace OrleansContest.Contests;

/// <summary>The header lines of a station's Cabrillo file.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Lines">Tag and value of each line, in the file's order; at most 200 lines of 1,000 characters.</param>
public sealed record StationHeaders(string StationId, IReadOnlyList<HeaderLine> Lines);

/// <summary>One header line, such as <c>CATEGORY-BAND: ALL</c>.</summary>
public sealed record HeaderLine(string Tag, string Value);
