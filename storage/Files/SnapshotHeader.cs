namespace OrleansContest.Storage.Files;

/// <summary>The first line of a snapshot file; the state follows it.</summary>
/// <param name="Format">Shape of the state, as its kind names it.</param>
/// <param name="Epoch">The numbering it belongs to.</param>
/// <param name="Number">The last record it includes.</param>
/// <param name="Seq">The position after that record.</param>
/// <param name="Length">Bytes of the state.</param>
/// <param name="Crc">CRC-32C of the state.</param>
internal sealed record SnapshotHeader(string Format, string Epoch, long Number, long Seq, int Length, uint Crc);
