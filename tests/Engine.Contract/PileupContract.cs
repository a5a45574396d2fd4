using System.Text;
using OrleansContest.Channels;
using OrleansContest.Pileups;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises a pileup: it is there unasked, and everything acknowledged in it stays so.</summary>
/// <param name="engine">The engine; shared by the tests, each of which uses its own pileups.</param>
public abstract class PileupContract(IEngineUnderTest engine)
{
    private static readonly CallerProfile hiram = new("W1AW", "Hiram Percy Maxim", "Newington, CT", "United States", null, null);

    private readonly string id = Contacts.NewId();

    private IChannels Channels => engine.Channels;

    private IPileup Pileup => Channels.Get<IPileup>(id);

    [ContractFact]
    public async Task A_pileup_that_nobody_touched_is_there_and_inactive_and_not_listed()
    {
        var view = await Pileup.View();
        var caughtUp = await Pileup.CatchUp(null);

        Assert.Equal((false, 0, 4, null), (view.Status.Active, view.Queue.Count, view.MaxSize, view.Current));
        Assert.Equal(0, caughtUp!.At.Seq);
        Assert.Equal(PileupRefusals.Inactive, (await RegisterAsync("W1AW")).Refusal);
        Assert.DoesNotContain(id, await Channels.ListAsync("pileup", default));
    }

    [ContractFact]
    public async Task Every_call_brings_its_answer_whole()
    {
        Assert.True((await Pileup.SetStatus(true, "op")).Value!.Active);
        Assert.Equal(9, (await Pileup.Resize(9)).Value!.MaxSize);
        Assert.Equal(1, (await Pileup.Register("W1AW", hiram)).Value!.Position);
        Assert.Equal(("K1ABC", 2), await RegisterAsync("K1ABC") is { Value: { } entry } ? (entry.Callsign, entry.Position) : default);
        Assert.Equal("14.205 MHz", (await Pileup.AnnounceFrequency("14.205 MHz")).Value!.Text);
        Assert.Equal("UP 5–10", (await Pileup.AnnounceSplit("UP 5–10")).Value!.Text);
        Assert.Equal(hiram, (await Pileup.TakeNext()).Value!.Current!.Qrz);
        Assert.Equal("W1AW", (await Pileup.Complete()).Value!.Contact!.Callsign);
        Assert.Null((await Pileup.Complete()).Value!.Contact);
        Assert.Equal(
            new ContactStarted("K1ABC", "queue", true, 14.2715m, "SSB"),
            (await Pileup.LogDirectly(new("K1ABC", 14.2715m, "SSB", "logger", "key"), CallerProfile.Unknown("K1ABC"))).Value);
        Assert.Equal("found", (await Pileup.Describe(CallerProfile.Unknown("K1ABC") with { Name = "found" })).Value!.Current!.Qrz.Name);
        Assert.Equal(PileupRefusals.NotQueued, (await Pileup.Remove("K1ABC")).Refusal);
        Assert.False((await Pileup.AllowLoggedContacts(false)).Value!.TakesLoggedContacts);
        Assert.Empty((await Pileup.ClearQueue()).Value!.Queue);
    }

    [ContractFact]
    public async Task Of_many_who_race_for_the_places_exactly_as_many_are_queued_in_the_order_of_their_answers()
    {
        await Pileup.SetStatus(true, "op");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => RegisterAsync($"W{n % 10}{(char)('A' + (n / 10))}")));
        var places = outcomes.Where(outcome => !outcome.IsRefused()).Select(outcome => outcome.Value!).OrderBy(entry => entry.Position).ToList();

        Assert.Equal([1, 2, 3, 4], places.Select(entry => entry.Position));
        Assert.Equal(places.Select(entry => entry.Callsign), (await Pileup.View()).Queue.Select(caller => caller.Callsign));
        Assert.Equal(196, outcomes.Count(outcome => outcome.Refusal == PileupRefusals.QueueFull));
    }

    [ContractFact]
    public async Task One_caller_who_calls_many_times_at_once_is_queued_once()
    {
        await Pileup.SetStatus(true, "op");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RegisterAsync("W1AW")));

        Assert.Single(outcomes, outcome => !outcome.IsRefused());
        Assert.Equal(49, outcomes.Count(outcome => outcome.Refusal == PileupRefusals.AlreadyQueued));
    }

    [ContractFact]
    public async Task Everything_acknowledged_survives_the_loss_of_memory()
    {
        await Pileup.SetStatus(true, "op");
        await Pileup.Register("W1AW", hiram);
        await RegisterAsync("K1ABC");
        await Pileup.TakeNext();
        await Pileup.AnnounceFrequency("14.205 MHz");
        await Pileup.AnnounceSplit("UP 5");
        var before = (await Pileup.CatchUp(null))!;
        await engine.LoseMemoryAsync();

        var after = (await Contacts.PersistAsync(() => Pileup.CatchUp(null)))!;
        Assert.Equal((before.At, Encoding.UTF8.GetString(before.Full!.Data.Span)), (after.At, Encoding.UTF8.GetString(after.Full!.Data.Span)));
        Assert.Equal(PileupRefusals.AlreadyQueued, (await RegisterAsync("K1ABC")).Refusal);
    }

    [ContractFact]
    public async Task A_follower_is_told_every_event_once_and_in_the_contracts_order()
    {
        var spectator = new Spectator(Pileup);
        await using var following = await Channels.FollowAsync(new ChannelId("pileup", id), spectator, default);
        await Pileup.SetStatus(true, "op");
        await RegisterAsync("W1AW");
        await Pileup.TakeNext();
        await Pileup.Complete();
        await Pileup.AnnounceFrequency("14.205 MHz");
        await spectator.ReachAsync(8);

        Assert.Equal(
            ["system_status", "queue_update", "current_qso", "queue_update", "current_qso", "queue_update", "current_qso", "frequency_update"],
            spectator.Seen.Select(update => update.Type));
        Assert.Equal("null", Encoding.UTF8.GetString(spectator.Seen[6].Data.Span));
    }

    private Task<Outcome<QueueEntry>> RegisterAsync(string callsign) => Pileup.Register(callsign, CallerProfile.Unknown(callsign));
}
