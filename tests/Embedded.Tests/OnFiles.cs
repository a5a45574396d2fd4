using OrleansContest.Contests;
using OrleansContest.Embedded;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>The contract of engines, kept by the embedded one on a data folder.</summary>
public sealed class OnFiles(OnFiles.Folder folder) : EngineContract(folder.Engine), IClassFixture<OnFiles.Folder>
{
    [Fact]
    public async Task Everything_is_there_again_when_another_process_opens_the_folder()
    {
        using var own = new TempFolder();
        var options = new EmbeddedOptions { DataFolder = own.Path };
        await using (var before = await EmbeddedEngineUnderTest.OpenAsync(options))
        {
            await (await before.Channels.CreatedAsync("club")).LogAllAsync(Contacts.Range("S1", 0, 20));
        }

        await using var after = await EmbeddedEngineUnderTest.OpenAsync(options);
        Assert.Equal(["club"], await after.Channels.ListAsync("contest", default));
        Assert.Equal(20, (await after.Channels.Get<IContest>("club").Statistics())!.QsoCount);
    }

    public sealed class Folder : IAsyncLifetime
    {
        private readonly TempFolder temp = new();
        private EmbeddedEngineUnderTest? engine;

        public IEngineUnderTest Engine => engine!;

        public async Task InitializeAsync() => engine = await EmbeddedEngineUnderTest.OpenAsync(new EmbeddedOptions { DataFolder = temp.Path });

        public async Task DisposeAsync()
        {
            await engine!.DisposeAsync();
            temp.Dispose();
        }
    }
}
