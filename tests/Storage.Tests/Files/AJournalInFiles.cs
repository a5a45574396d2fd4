using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Storage.Files;

namespace OrleansContest.Storage.Tests.Files;

public sealed class AJournalInFiles : JournalContract
{
    private readonly TemporaryFolder folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override Task<IStorage> OpenStorageAsync() =>
        Task.FromResult<IStorage>(DataFolder.Open(folder.Path, NullLogger.Instance));
}
