using System.Text;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises, whatever it is made of. Each engine's tests derive from this.</summary>
/// <param name="engine">The engine; shared by the tests, each of which uses its own channels.</param>
public abstract class EngineContract(IEngineUnderTest engine)
{
    private readonly string id = Contacts.NewId();

    private IChannels Channels => engine.Channels;

    private IContest Contest => Channels.Get<IContest>(id);

    [ContractFact]
    public async Task A_channel_that_nobody_created_answers_nothing_and_does_not_exist()
    {
        Assert.Null(await Contest.Card());
        Assert.Null(await Contest.CatchUp(null));
        Assert.Null(await Contest.Statistics());
        var outcome = Assert.Single(await Contest.Log(Caller.Trusted, [Contacts.Of("S1", 1)]));
        Assert.Equal(ContestRefusals.ContestNotFound.Code, outcome.Refusal?.Code);
        Assert.DoesNotContain(id, await Channels.ListAsync("contest", default));
    }

    [ContractFact]
    public async Task A_created_channel_is_listed_and_found_by_its_name()
    {
        await Channels.CreatedAsync(id);

        Assert.Contains(id, await Channels.ListAsync("contest", default));
        Assert.NotNull(await Channels.Get(new ChannelId("contest", id)).CatchUp(null));
    }

    [ContractFact]
    public void A_kind_that_is_not_hosted_is_misuse() =>
        Assert.Throws<ArgumentException>(() => Channels.Get(new ChannelId("tennis", id)));

    [ContractFact]
    public async Task Creating_again_answers_as_the_first_time_and_otherwise_is_refused()
    {
        await Channels.CreatedAsync(id);
        var again = await Contest.Create(Contacts.Draft);
        var other = await Contest.Create(Contacts.Draft with { Name = "Another" });

        Assert.Equal(id, again.Value?.Id);
        Assert.Equal(ContestRefusals.ContestExists.Code, other.Refusal?.Code);
    }

    [ContractFact]
    public async Task Outcomes_come_in_the_order_asked_each_on_its_own_merits()
    {
        var contest = await Channels.CreatedAsync(id);
        var wrong = Contacts.Of("S1", 2) with { Callsign = "not a callsign" };
        var outcomes = await contest.Log(Caller.Anonymous, [Contacts.Of("S1", 1), wrong, Contacts.Of("S1", 3), Contacts.Of("S1", 1)]);

        Assert.Equal([$"{id}.1", null, $"{id}.2", $"{id}.1"], outcomes.Select(outcome => outcome.Value?.Entry?.Id));
        Assert.Equal("Invalid", outcomes[1].Refusal?.Code);
        Assert.NotEmpty(outcomes[1].Refusal!.Details!);
        Assert.True(outcomes[3].Value!.Deduped);
    }

    [ContractFact]
    public async Task Every_field_of_an_entry_comes_through_as_it_was_given()
    {
        var contest = await Channels.CreatedAsync(id);
        var draft = Contacts.Of("S1", 1) with { Frequency = 14.0255m, Name = "Żółw 日本 \"x\"", Power = null, Notes = "a\\b" };
        var logged = Assert.Single(await contest.Log(Caller.Anonymous, [draft])).Value!.Entry!;
        var read = Assert.Single((await contest.Entries(new EntryQuery(null, null, 10)))!);

        Assert.Equal(logged, read);
        Assert.Equal((14.0255m, draft.Name, null, draft.Notes), (read.Frequency, read.Name, read.Power, read.Notes));
        Assert.Equal(TimeSpan.Zero, read.CreatedAt.Offset);
    }

    [ContractFact]
    public async Task The_same_contact_from_many_callers_at_once_counts_once()
    {
        var contest = await Channels.CreatedAsync(id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => contest.Log(Caller.Anonymous, [Contacts.Of("S1", 1)])));

        Assert.Single(answers, answer => !answer[0].Value!.Deduped);
        Assert.Equal(1, (await contest.Statistics())!.QsoCount);
    }

    [ContractFact]
    public async Task An_answer_is_visible_to_whoever_asks_next()
    {
        var contest = await Channels.CreatedAsync(id);
        for (var n = 1; n <= 20; n++)
        {
            await contest.LogAllAsync([Contacts.Of("S1", n)]);
            Assert.Equal(n, (await Contest.Statistics())!.QsoCount);
        }
    }

    [ContractFact]
    public async Task Followers_get_one_list_of_updates_without_holes_or_repeats()
    {
        var contest = await Channels.CreatedAsync(id);
        var (first, second) = (new Spectator(contest), new Spectator(contest));
        await using var following = await Channels.FollowAsync(new ChannelId("contest", id), first, default);
        await using var alsoFollowing = await Channels.FollowAsync(new ChannelId("contest", id), second, default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(station => contest.LogAllAsync(Contacts.Range($"S{station}", 0, 50))));

        await first.ReachAsync(800);
        await second.ReachAsync(800);
        Assert.Equal(Described(first.Seen), Described(second.Seen));
        Assert.Equal(400, first.Seen.Count(update => update.Type == "logEntry:created"));
        Assert.Equal(800, (await contest.CatchUp(null))!.At.Seq);
    }

    [ContractFact]
    public async Task Whoever_left_is_told_no_more()
    {
        var contest = await Channels.CreatedAsync(id);
        var (stays, leaves) = (new Spectator(contest), new Spectator(contest));
        await using var following = await Channels.FollowAsync(new ChannelId("contest", id), stays, default);
        await (await Channels.FollowAsync(new ChannelId("contest", id), leaves, default)).DisposeAsync();
        await contest.LogAllAsync([Contacts.Of("S1", 1)]);
        await stays.ReachAsync(2);

        Assert.Empty(leaves.Seen);
    }

    [ContractFact]
    public async Task Who_comes_back_gets_nothing_what_was_missed_or_everything()
    {
        var contest = await Channels.CreatedAsync(id);
        await contest.LogAllAsync(Contacts.Range("S1", 0, 3));
        var at = (await contest.CatchUp(null))!.At;
        await contest.LogAllAsync([Contacts.Of("S1", 3)]);

        Assert.Equal([7L, 8], (await contest.CatchUp(at))!.Missed.Select(update => update.Seq));
        Assert.Empty((await contest.CatchUp(at with { Seq = 8 }))!.Missed);
        Assert.NotNull((await contest.CatchUp(at with { Epoch = "other" }))!.Full);
        Assert.NotNull((await contest.CatchUp(at with { Seq = 9 }))!.Full);
    }

    [ContractFact]
    public async Task The_full_state_says_what_the_queries_say()
    {
        var contest = await Channels.CreatedAsync(id);
        await contest.LogAllAsync(Contacts.Range("S1", 0, 100));
        using var full = JsonDocument.Parse((await contest.CatchUp(null))!.Full!.Data);

        var total = full.RootElement.GetProperty("aggregates").EnumerateArray().Sum(hour => hour.GetProperty("totalQsos").GetInt32());
        Assert.Equal(100, total);
        Assert.Equal(100, Assert.Single((await contest.Scoreboard())!).Qsos);
        Assert.Equal(2, (await contest.Aggregates(null, null))!.Count);
    }

    [ContractFact]
    public async Task What_was_acknowledged_survives_the_loss_of_memory()
    {
        var contest = await Channels.CreatedAsync(id);
        await contest.LogAllAsync(Contacts.Range("S1", 0, 250));
        var before = await contest.CatchUp(null);
        await engine.LoseMemoryAsync();

        var after = await Contacts.PersistAsync(() => Contest.CatchUp(null));
        Assert.Equal(before!.At, after!.At);
        Assert.Equal(before.Full!.Data.ToArray().Length, after.Full!.Data.Length);
        Assert.Equal(250, (await Contest.Statistics())!.QsoCount);
        Assert.All(await Contest.Log(Caller.Anonymous, Contacts.Range("S1", 0, 250)), outcome => Assert.True(outcome.Value!.Deduped));
    }

    [ContractFact]
    public async Task Numbers_go_on_where_they_were_after_the_loss_of_memory()
    {
        var contest = await Channels.CreatedAsync(id);
        await contest.LogAllAsync(Contacts.Range("S1", 0, 10));
        var at = (await contest.CatchUp(null))!.At;
        await engine.LoseMemoryAsync();
        await Contacts.PersistAsync(() => Contest.Log(Caller.Anonymous, [Contacts.Of("S1", 10)]));

        var missed = (await Contest.CatchUp(at))!.Missed;
        Assert.Equal([at.Seq + 1, at.Seq + 2], missed.Select(update => update.Seq));
        Assert.Equal($"{id}.11", JsonDocument.Parse(missed[0].Data).RootElement.GetProperty("id").GetString());
    }

    [ContractFact]
    public async Task A_follower_stays_without_holes_over_the_loss_of_memory()
    {
        var contest = await Channels.CreatedAsync(id);
        var spectator = new Spectator(contest);
        await using var following = await Channels.FollowAsync(new ChannelId("contest", id), spectator, default);
        await contest.LogAllAsync(Contacts.Range("S1", 0, 10));
        await engine.LoseMemoryAsync();
        await Contacts.PersistAsync(() => Contest.Log(Caller.Anonymous, Contacts.Range("S1", 10, 10)));

        await spectator.ReachAsync(40);
        Assert.Equal(40, spectator.StartedAt + spectator.Seen.Count);
    }

    [ContractFact]
    public async Task A_thousand_contacts_go_in_one_call_and_come_out_page_by_page()
    {
        var contest = await Channels.CreatedAsync(id);
        await contest.LogAllAsync(Contacts.Range("S1", 0, 1000));

        var ids = new List<string>();
        for (string? after = null; await contest.Entries(new EntryQuery(null, after, 300, OldestFirst: true)) is { Count: > 0 } page; after = ids[^1])
        {
            ids.AddRange(page.Select(entry => entry.Id));
        }

        Assert.Equal(Enumerable.Range(1, 1000).Select(n => $"{id}.{n}"), ids);
    }

    [ContractFact]
    public async Task Keys_and_sessions_open_a_closed_contest()
    {
        await Channels.Get<IContest>(id).Create(Contacts.Draft with { Open = false });
        var key = new string('a', 64);
        var token = new string('b', 64);
        Assert.Equal("Unauthorized", (await Contest.Log(Caller.Anonymous, [Contacts.Of("S1", 1)]))[0].Refusal?.Code);

        await Contest.AddKey(key);
        var session = await Contest.OpenSession(Caller.WithKey(key), new SessionDraft("s1", token, "K1ABC", "S1"));
        Assert.NotNull(session.Value);
        Assert.Null((await Contest.Log(Caller.WithToken(token), [Contacts.Of("S1", 1)]))[0].Refusal);
        Assert.Equal("SessionMismatch", (await Contest.Log(Caller.WithToken(token), [Contacts.Of("S2", 1)]))[0].Refusal?.Code);
    }

    private static IEnumerable<string> Described(IEnumerable<Update> updates) =>
        updates.Select(update => $"{update.Seq} {update.Type} {Encoding.UTF8.GetString(update.Data.Span)}");
}
