namespace OrleansContest.Channels;

/// <summary>What one command did, as it is kept.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Seq">The channel's position after it: the number of the last update it yielded.</param>
/// <param name="Body">The events as one JSON value, UTF-8, without line breaks.</param>
public readonly record struct JournalRecord(long Number, long Seq, ReadOnlyMemory<byte> Body);
