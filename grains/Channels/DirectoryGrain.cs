using Orleans.Concurrency;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <inheritdoc cref="IDirectoryGrain"/>
[GrainType("directory")]
[StatelessWorker(1)]
internal sealed class DirectoryGrain(IJournal journal) : Grain, IDirectoryGrain
{
    public async Task<string[]> List() => [.. await journal.ListAsync(this.GetPrimaryKeyString(), CancellationToken.None)];
}
