using Orleans.Storage;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster.Providers;

/// <summary>Orleans' own grain storage on our tables.</summary>
[NeedsPostgres]
public sealed class StoringStates(ComposedSilo silo) : IClassFixture<ComposedSilo>
{
    private const string name = "state";

    private static readonly GrainId roster = GrainId.Create("roster", "contest:storm");

    [ContractFact]
    public async Task Finds_nothing_where_nothing_was_written()
    {
        var read = await ReadAsync(await silo.StorageAsync(), roster);

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
    }

    [ContractFact]
    public async Task Gives_back_the_last_write()
    {
        var store = await silo.StorageAsync();
        var state = new GrainState<Kept>(new Kept { Text = "one" });
        await store.WriteStateAsync(name, roster, state);
        var first = state.ETag;
        state.State.Text = "two";
        await store.WriteStateAsync(name, roster, state);

        var read = await ReadAsync(store, roster);
        Assert.True(read.RecordExists);
        Assert.Equal("two", read.State.Text);
        Assert.Equal(state.ETag, read.ETag);
        Assert.NotEqual(first, read.ETag);
    }

    [ContractFact]
    public async Task Refuses_who_has_not_read_the_last_write()
    {
        var store = await silo.StorageAsync();
        await store.WriteStateAsync(name, roster, new GrainState<Kept>(new Kept { Text = "first" }));
        var (one, other) = (await ReadAsync(store, roster), await ReadAsync(store, roster));
        await store.WriteStateAsync(name, roster, one);

        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync(name, roster, other));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.ClearStateAsync(name, roster, other));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync(name, roster, new GrainState<Kept>(new Kept())));
        Assert.Equal(one.ETag, (await ReadAsync(store, roster)).ETag);
    }

    [ContractFact]
    public async Task Lets_one_of_many_through_who_write_first()
    {
        var store = await silo.StorageAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                await store.WriteStateAsync(name, roster, new GrainState<Kept>(new Kept { Text = $"{n}" }));
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }));

        Assert.Single(written, success => success);
        Assert.Equal($"{Array.IndexOf(written, true)}", (await ReadAsync(store, roster)).State.Text);
    }

    [ContractFact]
    public async Task Goes_on_after_clearing_and_lets_nobody_return_to_before_it()
    {
        var store = await silo.StorageAsync();
        var state = new GrainState<Kept>(new Kept { Text = "one" });
        await store.WriteStateAsync(name, roster, state);
        var before = await ReadAsync(store, roster);
        await store.ClearStateAsync(name, roster, state);

        Assert.False((await ReadAsync(store, roster)).RecordExists);
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync(name, roster, before));
        state.State = new Kept { Text = "two" };
        await store.WriteStateAsync(name, roster, state);
        Assert.Equal("two", (await ReadAsync(store, roster)).State.Text);
    }

    [ContractFact]
    public async Task Keeps_a_large_state_and_any_text()
    {
        var store = await silo.StorageAsync();
        var text = string.Concat(Enumerable.Repeat("Ærø \"quoted\" \\ \u2028 \U0001F4FB ", 200_000));
        await store.WriteStateAsync(name, roster, new GrainState<Kept>(new Kept { Text = text }));

        Assert.Equal(text, (await ReadAsync(store, roster)).State.Text);
    }

    /// <summary>The provider takes a key that reads as a number for that number; those of our grains name a kind first.</summary>
    [ContractFact]
    public async Task Takes_no_channel_for_another_whose_id_reads_as_the_same_number()
    {
        var store = await silo.StorageAsync();
        string[] ids = ["1", "01", "0001", "a", "A", "0a", "1+x", "00000000-0000-0000-0000-000000000001", "00000000000000000000000000000001"];
        foreach (var grain in ids.Select(Roster))
        {
            await store.WriteStateAsync(name, grain, new GrainState<Kept>(new Kept { Text = grain.ToString() }));
        }

        foreach (var grain in ids.Select(Roster))
        {
            Assert.Equal(grain.ToString(), (await ReadAsync(store, grain)).State.Text);
        }
    }

    private static GrainId Roster(string id) => GrainId.Create("roster", $"contest:{id}");

    private static async Task<GrainState<Kept>> ReadAsync(IGrainStorage store, GrainId grain)
    {
        var state = new GrainState<Kept>();
        await store.ReadStateAsync(name, grain, state);
        return state;
    }

    private sealed class Kept
    {
        public string Text { get; set; } = "";
    }
}
