namespace OrleansContest.Gateway.Contests;

/// <summary>What became of the records of a file.</summary>
/// <param name="Read">Records in the file: those logged, those logged before, and those rejected.</param>
/// <param name="Logged">New entries.</param>
/// <param name="Deduped">Records that had been logged before.</param>
/// <param name="Dupes">New entries that are dupes by the contest's rule.</param>
/// <param name="Rejected">The first 1,000 records that could not be logged.</param>
/// <param name="RejectedCount">All of them.</param>
internal sealed record Imported(int Read, int Logged, int Deduped, int Dupes, IReadOnlyList<RejectedRecord> Rejected, int RejectedCount);

/// <summary>A record that could not be logged.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Error">Why.</param>
internal sealed record RejectedRecord(int Line, string Error);
