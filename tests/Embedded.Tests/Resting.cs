using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Embedded;
using OrleansContest.Events;
using OrleansContest.Pileups;
using OrleansContest.Storage.Files;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

public sealed class Resting : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new();
    private DataFolder storage = null!;
    private EmbeddedChannels channels = null!;

    public Task InitializeAsync()
    {
        storage = DataFolder.Open(folder.Path, NullLogger.Instance);
        var monitor = new EmbeddedMonitor(NullLogger.Instance, new RunnerMetrics());
        channels = new(ChannelKinds.All, storage.Journal, storage.Snapshots, monitor, clock, new EmbeddedOptions { DataFolder = folder.Path });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await channels.DisposeAsync();
        await storage.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Frees_what_was_asked_for_but_does_not_exist_after_seconds()
    {
        await channels.CreatedAsync("club");
        for (var n = 0; n < 100; n++)
        {
            Assert.Null(await channels.Get<IContest>($"random{n}").Card());
        }

        Assert.Equal(101, channels.Count);
        clock.Advance(TimeSpan.FromSeconds(5));
        await channels.RestIdleAsync();
        Assert.Equal(1, channels.Count);
    }

    [Fact]
    public async Task Frees_a_pileup_in_which_nothing_ever_happened_after_seconds_and_no_other()
    {
        await channels.Get<IPileup>("used").AnnounceFrequency("14.205 MHz");
        await channels.Get<IPileup>("random").View();
        clock.Advance(TimeSpan.FromSeconds(5));
        await channels.RestIdleAsync();

        Assert.Equal(1, channels.Count);
        Assert.Equal("14.205 MHz", (await channels.Get<IPileup>("used").View()).Frequency.Text);
    }

    [Fact]
    public async Task Frees_an_idle_channel_which_comes_back_when_it_is_asked()
    {
        await (await channels.CreatedAsync("club")).LogAllAsync(Contacts.Range("S1", 0, 5));
        clock.Advance(TimeSpan.FromMinutes(15));
        await channels.RestIdleAsync();

        Assert.Equal(0, channels.Count);
        Assert.Equal(5, (await channels.Get<IContest>("club").Statistics())!.QsoCount);
    }

    [Fact]
    public async Task Keeps_an_idle_channel_that_somebody_follows()
    {
        var contest = await channels.CreatedAsync("club");
        await using var following = await channels.FollowAsync(new ChannelId("contest", "club"), new Spectator(contest), default);
        clock.Advance(TimeSpan.FromHours(1));
        await channels.RestIdleAsync();

        Assert.Equal(1, channels.Count);
    }

    [Fact]
    public async Task Keeps_an_idle_channel_whose_clock_runs()
    {
        using var own = new TempFolder();
        await using var disk = DataFolder.Open(own.Path, NullLogger.Instance);
        var options = new EmbeddedOptions { DataFolder = own.Path, Idle = TimeSpan.FromSeconds(9) };
        await using var events = new EmbeddedChannels(
            ChannelKinds.All, disk.Journal, disk.Snapshots, new EmbeddedMonitor(NullLogger.Instance, new RunnerMetrics()), clock, options);
        await (await events.RunningAsync("slalom")).PushOnCourse(Slaloms.Key, [Slaloms.Afloat(1, 1)]);
        await events.Get<IEvent>("slalom").Card();
        clock.Advance(TimeSpan.FromSeconds(9));
        await events.RestIdleAsync();
        Assert.Equal(1, events.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        await events.Get<IEvent>("slalom").Card();
        clock.Advance(TimeSpan.FromSeconds(9));
        await events.RestIdleAsync();
        Assert.Equal(0, events.Count);
    }
}
