namespace OrleansContest.Storage.Files;

/// <summary>What was found in a channel's journal.</summary>
/// <param name="Epoch">The numbering; null where none was begun.</param>
/// <param name="Last">Number of the last whole record; 0 when there is none.</param>
/// <param name="Tail">The file that the next record goes to; null when there is none.</param>
/// <param name="Length">Bytes of <paramref name="Tail"/> that are whole lines.</param>
/// <param name="Torn">What an unfinished write left behind; null when the end is whole.</param>
internal sealed record JournalScan(string? Epoch, long Last, SegmentFile? Tail, long Length, TornTail? Torn);

/// <summary>The remains of a write that was never acknowledged: everything in the file from a line on.</summary>
/// <param name="Line">The first line that is not whole.</param>
/// <param name="Bytes">Bytes from there to the end of the file.</param>
internal sealed record TornTail(long Line, long Bytes);
