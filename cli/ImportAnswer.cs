namespace OrleansContest.Cli;

/// <summary>What the gateway made of one file.</summary>
/// <param name="Read">Records in the file.</param>
/// <param name="Logged">Those that are new in the log.</param>
/// <param name="Deduped">Those that had been logged before.</param>
/// <param name="Dupes">Those of the new ones that are dupes by the contest's rules.</param>
/// <param name="Rejected">Those that were not taken; of very many, the first.</param>
/// <param name="RejectedCount">How many were not taken.</param>
internal sealed record ImportAnswer(
    int Read, int Logged, int Deduped, int Dupes, IReadOnlyList<RejectedRecord> Rejected, int RejectedCount);

/// <summary>A record that was not taken.</summary>
/// <param name="Line">Where in the file, from 1.</param>
/// <param name="Error">Why.</param>
internal sealed record RejectedRecord(long Line, string Error);
