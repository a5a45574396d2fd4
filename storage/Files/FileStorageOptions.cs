namespace OrleansContest.Storage.Files;

/// <summary>Where and how journals and snapshots are kept in files.</summary>
public sealed record FileStorageOptions
{
    /// <summary>The data folder; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Bytes after which a journal goes on in a new file. Default: 64 MiB.</summary>
    public long SegmentBytes { get; init; } = 64 << 20;

    /// <summary>Threads that write and flush, so that waiting for the disk holds up nothing else. Default: 4.</summary>
    public int FlushThreads { get; init; } = 4;
}
