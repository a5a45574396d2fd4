using OrleansContest.Channels;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises of seats. Each engine's tests derive from this.</summary>
/// <param name="engine">The engine; shared by the tests, each of which uses a channel of its own.</param>
public abstract class SeatsContract(ISeatsUnderTest engine)
{
    private const int Limit = 100;

    private static readonly TimeSpan term = TimeSpan.FromSeconds(30);

    private long turn;

    /// <summary>The test's channel.</summary>
    protected ChannelId Channel { get; } = new("contest", Contacts.NewId());

    [ContractFact]
    public async Task Never_more_are_given_than_there_are_however_many_ask_at_once()
    {
        var grants = await Task.WhenAll(Enumerable.Range(1, 16).Select(n => AskAsync($"gateway{n}", n, ahead: 5)));

        var given = grants.Sum(grant => grant.Seats);
        Assert.InRange(given, 1, Limit);
        Assert.Equal(Limit - given, (await AskAsync("late", Limit)).Seats);
    }

    [ContractFact]
    public async Task The_same_question_again_changes_nothing()
    {
        var request = Request("a", 60);
        Assert.Equal(60, (await SeatAsync(request)).Seats);
        Assert.Equal(60, (await SeatAsync(request)).Seats);
        Assert.Equal(40, (await AskAsync("b", 60)).Seats);
    }

    [ContractFact]
    public async Task What_one_can_spare_another_gets_who_needs_it()
    {
        Assert.Equal(30, (await AskAsync("a", 10, ahead: 20)).Seats);
        var lacking = await AskAsync("b", 90);
        Assert.Equal((70, 20), (lacking.Seats, lacking.Spare));
        Assert.Equal(10, (await AskAsync("a", 10, ahead: 20)).Seats);
        Assert.Equal(90, (await AskAsync("b", 90)).Seats);
        Assert.Equal((0, 0), ((await AskAsync("c", 1)).Seats, (await AskAsync("c", 1)).Spare));
    }

    [ContractFact]
    public async Task A_question_that_comes_late_is_ignored()
    {
        var late = Request("a", 10);
        await AskAsync("a", 50);
        await SeatAsync(late);
        Assert.Equal(50, (await AskAsync("b", Limit)).Seats);
    }

    [ContractFact]
    public async Task What_is_given_back_is_free_at_once()
    {
        await AskAsync("a", Limit);
        await AskAsync("a", 0);
        Assert.Equal(Limit, (await AskAsync("b", Limit)).Seats);
    }

    [ContractFact]
    public async Task A_lease_that_is_not_renewed_falls_back_after_its_term()
    {
        Assert.Equal(term, (await AskAsync("a", 60)).Term);
        await AskAsync("b", 40);
        engine.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal(40, (await AskAsync("b", 50)).Seats);
        engine.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Limit, (await AskAsync("b", Limit)).Seats);
        Assert.Equal(0, (await AskAsync("a", 60)).Seats);
    }

    [ContractFact]
    public async Task Everybody_learns_how_many_are_watching_elsewhere()
    {
        await SeatAsync(Request("a", 20) with { Seated = 7 });
        Assert.Equal(7, (await SeatAsync(Request("b", 20) with { Seated = 5 })).Elsewhere);
        Assert.Equal(12, (await SeatAsync(SeatRequest.Nothing)).Elsewhere);
        Assert.Equal(5, (await AskAsync("a", 20)).Elsewhere);
    }

    [ContractFact]
    public async Task No_seat_is_given_twice_after_a_loss_of_memory()
    {
        await AskAsync("a", 60);
        await engine.LoseMemoryAsync();
        Assert.Equal(40, (await AskAsync("b", 60)).Seats);
        await engine.LoseMemoryAsync();
        Assert.Equal(60, (await AskAsync("a", 60)).Seats);
        Assert.Equal(40, (await AskAsync("b", 60)).Seats);
    }

    [ContractFact]
    public async Task Leases_of_who_died_fall_back_after_a_loss_of_memory_too()
    {
        await AskAsync("a", 60);
        await engine.LoseMemoryAsync();
        await AskAsync("b", 1);
        for (var seconds = 0; seconds < 45; seconds += 5)
        {
            engine.Pass(TimeSpan.FromSeconds(5));
            Assert.Equal(1, (await AskAsync("b", 1)).Seats);
        }

        Assert.Equal(Limit, (await AskAsync("b", Limit)).Seats);
    }

    protected Task<SeatGrant> AskAsync(string holder, int needed, int ahead = 0) => SeatAsync(Request(holder, needed) with { Ahead = ahead });

    private Task<SeatGrant> SeatAsync(SeatRequest request) => engine.Seats.SeatAsync(Channel, request, default);

    private SeatRequest Request(string holder, int needed) =>
        new(holder, Interlocked.Increment(ref turn), needed, needed, 0, Limit, TimeSpan.Zero);
}
