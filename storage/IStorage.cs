using OrleansContest.Channels;

namespace OrleansContest.Storage;

/// <summary>An opened place to keep channels in. Disposed once nothing runs on it any more.</summary>
public interface IStorage : IAsyncDisposable
{
    IJournal Journal { get; }

    ISnapshots Snapshots { get; }
}
