using System.Text;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Testing;
using static OrleansContest.Tests.Engine.Slaloms;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises a live event: that its calls cross whole, and that what is of the moment gets through.</summary>
/// <param name="engine">The engine; shared by the tests, each of which uses its own events.</param>
public abstract class EventContract(IEngineUnderTest engine)
{
    private readonly string id = Contacts.NewId();

    private IChannels Channels => engine.Channels;

    private IEvent Live => Channels.Get<IEvent>(id);

    private ChannelId Channel => new("event", id);

    [ContractFact]
    public async Task An_event_that_nobody_created_answers_nothing()
    {
        Assert.Null(await Live.Card());
        Assert.Null(await Live.Overview());
        Assert.Null(await Live.CatchUp(null));
        Assert.Equal(EventRefusals.EventNotFound, (await Live.Admit(Key)).Refusal);
        Assert.Equal(EventRefusals.EventNotFound, (await Live.Results("any", null, true)).Refusal);
    }

    [ContractFact]
    public async Task Every_call_brings_its_answer_whole()
    {
        var live = await Channels.RunningAsync(id);
        await live.PushResults(Key, [Report(1, 7, 8_000)]);
        var results = (await live.Results(Race(1), "V", detailed: true)).Value!.Results;

        Assert.Equal((Boats, 7, 8_000, "0.00"), (results.Count, results[0].Bib, results[0].Total, results[0].TotalBehind));
        Assert.Equal([new PublicGate(1, "normal", 0)], results[0].Detail!.Gates);
        Assert.Equal([new(1, "normal", 0), new(2, "reverse", 2)], results[1].Detail!.Gates!);
        Assert.Equal(Boats, (await live.Startlist(Race(2))).Value!.Startlist.Count);
        Assert.Equal((10, "Veteráni"), ((await live.Overview())!.Races.Count, (await live.Categories())![0].Name));
        Assert.Equal(EventRefusals.RaceNotFound, (await live.Startlist("any")).Refusal);
        Assert.Equal(7, (await live.Configure(Key, new(MaxConnections: 7, Strategy: MergeStrategy.XmlWins))).Value!.MaxConnections);
        Assert.Equal(EventStatus.Running, (await live.Card())!.Status);
    }

    [ContractFact]
    public async Task A_follower_is_told_results_as_updates_and_the_course_as_of_the_moment()
    {
        var live = await Channels.RunningAsync(id);
        var at = (await live.CatchUp(null))!.At;
        var spectator = new Spectator(live);
        await using var following = await Channels.FollowAsync(Channel, spectator, default);
        await live.PushOnCourse(Key, [Afloat(3, 2), Afloat(4, 1)]);
        await spectator.SeesAsync("\"bib\":4");
        await live.PushResults(Key, [Report(1, 3, 8_000)]);
        await spectator.ReachAsync(at.Seq + 1);

        Assert.Equal(at.Seq + 1, (await live.CatchUp(null))!.At.Seq);
        Assert.Equal("diff", spectator.Seen[^1].Type);
    }

    [ContractFact]
    public async Task Whoever_comes_late_or_back_is_told_the_moment_too()
    {
        var live = await Channels.RunningAsync(id);
        await live.PushOnCourse(Key, [Afloat(5, 1)]);
        var first = (await live.CatchUp(null))!;

        Assert.Contains("\"bib\":5", Encoding.UTF8.GetString(first.Full!.Data.Span), StringComparison.Ordinal);
        var moment = Assert.Single((await live.CatchUp(first.At))!.Moments!.Values);
        Assert.Equal(("oncourse", "diff", true), (moment.Name, moment.Type, moment.IsInFull));
        Assert.Contains("\"bib\":5", Encoding.UTF8.GetString(moment.Data.Span), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Everything_but_the_moment_survives_the_loss_of_memory()
    {
        var live = await Channels.RunningAsync(id);
        await live.PushResults(Key, [Report(2, 9, 7_900)]);
        await live.PushOnCourse(Key, [Afloat(5, 1)]);
        var before = Shows(await live.CatchUp(null));
        await engine.LoseMemoryAsync();

        var after = await Contacts.PersistAsync(() => Live.CatchUp(null));
        Assert.Equal(before.Results, Shows(after).Results);
        Assert.Equal((1, 0), (before.OnCourse, Shows(after).OnCourse));
        Assert.Equal("""{"oncourse":[]}""", Encoding.UTF8.GetString(after!.Moments!.Values.Single().Data.Span));
        Assert.Equal(10, (await Live.Import(Key, Export)).Value!.Races);
    }

    [ContractFact]
    public async Task A_follower_learns_after_the_loss_of_memory_that_nobody_is_on_the_course()
    {
        var live = await Channels.RunningAsync(id);
        var spectator = new Spectator(live);
        await using var following = await Channels.FollowAsync(Channel, spectator, default);
        await live.PushOnCourse(Key, [Afloat(5, 1)]);
        await spectator.SeesAsync("\"bib\":5");
        await engine.LoseMemoryAsync();
        await Contacts.PersistAsync(() => Live.Card());

        await spectator.SeesAsync("""{"oncourse":[]}""");
    }

    [ContractFact]
    public async Task A_deleted_event_is_gone_and_may_begin_anew()
    {
        var live = await Channels.RunningAsync(id);
        Assert.Equal(id, (await live.Delete()).Value!.EventId);
        Assert.Null(await Live.CatchUp(null));

        Assert.Null((await Live.Create(new EventDraft("Another"), KeyHash)).Refusal);
        Assert.Equal("Another", (await Live.Card())!.MainTitle);
    }

    private static (string Results, int OnCourse) Shows(CatchUp? answer)
    {
        using var full = JsonDocument.Parse(answer!.Full!.Data);
        return (full.RootElement.GetProperty("results").GetRawText(), full.RootElement.GetProperty("oncourse").GetArrayLength());
    }
}
