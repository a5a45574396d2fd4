using System.Text;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Testing;
using OrleansContest.Tests.Channels;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>The calls of an event, through its runner.</summary>
public sealed class CallingAnEvent : IAsyncLifetime
{
    private readonly ManualClock clock = new(Noon);
    private readonly EventRunner runner;
    private readonly EventChannel live;

    public CallingAnEvent()
    {
        runner = new EventRunner(clock);
        live = new EventChannel(runner.Runner, clock);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => runner.DisposeAsync().AsTask();

    [Fact]
    public async Task Finds_nothing_before_the_event_is_created()
    {
        Assert.Null(await live.Card());
        Assert.Null(await live.CatchUp(null));
        Assert.Equal(EventRefusals.EventNotFound, (await live.Admit(Key)).Refusal);
        Assert.Equal(EventRefusals.EventNotFound, (await live.Delete()).Refusal);
        await AssertHiddenAsync();
    }

    [Fact]
    public async Task Shows_the_public_nothing_of_a_draft()
    {
        await live.Create(Draft, KeyHash);
        await live.Import(Key, Export(Ran(Final, 1, 9_000)));

        await AssertHiddenAsync();
        Assert.Equal(EventStatus.Draft, (await live.Card())!.Status);
    }

    [Fact]
    public async Task Shows_the_public_everything_else()
    {
        await BeginAsync();
        await live.PushResults(Key, [Report(Final, 2, 8_900, 200, new GateReport(1, 2))]);
        await live.PushOnCourse(Key, [Afloat(3, 1)]);

        Assert.Equal(3, (await live.Overview())!.Races.Count);
        Assert.Equal(["DM", "ZS"], (await live.Categories())!.Select(category => category.CatId));
        Assert.Equal([3], (await live.OnCourse())!.Select(entry => entry.Bib));
        Assert.Equal([1, 2], (await live.Results(Final, null, detailed: false)).Value!.Results.Select(line => line.Bib));
        Assert.Equal(2, (await live.Results(Final, "ZS", detailed: true)).Value!.Results[1].Detail!.Gates![0].Penalty);
        Assert.Empty((await live.Results(Final, "DM", detailed: true)).Value!.Results);
        Assert.Equal([1], (await live.Startlist(Final)).Value!.Startlist.Select(entry => entry.Bib));
        Assert.Equal(EventRefusals.RaceNotFound, (await live.Results("K9_FIN_1", null, false)).Refusal);
        Assert.Equal(EventRefusals.RaceNotFound, (await live.Startlist("K9_FIN_1")).Refusal);
    }

    [Fact]
    public async Task Stamps_commands_with_whole_milliseconds_of_the_clock()
    {
        clock.Advance(TimeSpan.FromTicks(12_345_678));
        Assert.Equal(Noon.AddMilliseconds(1_234), (await live.Create(Draft, KeyHash)).Value!.CreatedAt);
        Assert.Equal(Noon.AddMilliseconds(1_234), (await live.ChangeStatus(Key, EventStatus.Startlist)).Value!.StatusChangedAt);
    }

    [Fact]
    public async Task Takes_the_hash_of_a_key_and_nothing_else() =>
        await Assert.ThrowsAsync<ArgumentException>(() => live.Create(Draft, "secret"));

    [Fact]
    public async Task Configures_and_deletes()
    {
        await BeginAsync();

        Assert.Equal(50, (await live.Configure(Key, new(MaxConnections: 50))).Value!.MaxConnections);
        Assert.Equal(50, (await live.Delete()).Value!.Config.MaxConnections);
        Assert.Null(await live.Card());
        Assert.Null(await live.CatchUp(null));
    }

    [Fact]
    public async Task Tells_who_is_on_the_course_at_once_and_when_they_are_gone()
    {
        await BeginAsync();
        await live.PushOnCourse(Key, [Afloat(3, 1)]);
        await TellsAsync("\"bib\":3");
        Assert.Contains("\"bib\":3", OnCourse((await live.CatchUp(null))!.Moments), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromSeconds(10));
        await TellsAsync("""{"oncourse":[]}""");
        Assert.Empty((await live.OnCourse())!);
    }

    private async Task BeginAsync()
    {
        await live.Create(Draft, KeyHash);
        await live.Import(Key, Export(Ran(Final, 1, 9_000)));
        await live.ChangeStatus(Key, EventStatus.Startlist);
        Assert.NotNull((await live.ChangeStatus(Key, EventStatus.Running)).Value);
    }

    private async Task AssertHiddenAsync()
    {
        Assert.Null(await live.Overview());
        Assert.Null(await live.Categories());
        Assert.Null(await live.OnCourse());
        Assert.Equal(EventRefusals.EventNotFound, (await live.Results(Final, null, false)).Refusal);
        Assert.Equal(EventRefusals.EventNotFound, (await live.Startlist(Final)).Refusal);
    }

    /// <summary>Waits until it is told that this is so just now.</summary>
    private async Task TellsAsync(string onCourse)
    {
        while (await runner.NextAsync() is var news && (news.Moments is null || !OnCourse(news.Moments).Contains(onCourse, StringComparison.Ordinal)))
        {
        }
    }

    private static string OnCourse(Moments? moments) => Encoding.UTF8.GetString(moments!.Values.Single().Data.Span);

    private sealed class EventRunner(TimeProvider clock)
        : ChannelScenario<LiveEvent, EventCommand, EventFact>(new EventModel(), clock: clock);
}
