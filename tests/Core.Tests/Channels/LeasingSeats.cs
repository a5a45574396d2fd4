using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

public sealed class LeasingSeats
{
    private static readonly DateTimeOffset noon = new(2026, 6, 27, 12, 0, 0, TimeSpan.Zero);
    private readonly Roster roster = new(TimeSpan.FromSeconds(30));

    [Fact]
    public void Gives_what_is_asked_while_there_is_enough()
    {
        Assert.Equal(60, Ask("a", 60).Seats);
        Assert.Equal(40, Ask("b", 60).Seats);
        Assert.Equal(0, Ask("c", 1).Seats);
    }

    [Fact]
    public void Gives_the_same_again_for_the_same_request()
    {
        Ask("a", 60);
        Assert.Equal(60, Ask("a", 60).Seats);
        Assert.Equal(40, Ask("b", 40).Seats);
    }

    [Fact]
    public void Takes_back_what_is_no_longer_wanted()
    {
        Ask("a", 100);
        Ask("a", 10);
        Assert.Equal(90, Ask("b", 100).Seats);
    }

    [Fact]
    public void Takes_back_a_lease_that_was_not_renewed_for_its_term()
    {
        Ask("a", 100);
        Assert.Equal(0, Ask("b", 10, after: 29).Seats);
        Assert.Equal(10, Ask("b", 10, after: 30).Seats);
        Assert.Equal(90, Ask("a", 100, after: 31).Seats);
    }

    [Fact]
    public void Counts_the_audience_by_the_seats_that_are_filled()
    {
        roster.Ask(new SeatRequest("a", 50, 7, 100), noon);
        Assert.Equal(10, roster.Ask(new SeatRequest("b", 50, 3, 100), noon).Audience);
    }

    [Fact]
    public void Holds_kept_leases_for_a_whole_term_after_a_loss_of_memory()
    {
        Ask("a", 100);
        var again = new Roster(TimeSpan.FromSeconds(30));
        again.Restore(roster.Leases, noon.AddMinutes(5));

        Assert.Equal(0, again.Ask(new SeatRequest("b", 10, 0, 100), noon.AddMinutes(5).AddSeconds(29)).Seats);
        Assert.Equal(10, again.Ask(new SeatRequest("b", 10, 0, 100), noon.AddMinutes(5).AddSeconds(30)).Seats);
    }

    [Fact]
    public void Never_gives_more_than_there_are()
    {
        var step =
            from holder in Gen.Elements("a", "b", "c", "d")
            from seats in Gen.Choose(0, 150)
            from wait in Gen.Choose(0, 20)
            select (holder, seats, wait);
        Prop.ForAll(step.ListOf().ToArbitrary(), steps =>
        {
            var own = new Roster(TimeSpan.FromSeconds(30));
            var now = noon;
            return steps.All(ask =>
            {
                now = now.AddSeconds(ask.wait);
                own.Ask(new SeatRequest(ask.holder, ask.seats, 0, 100), now);
                return own.Leases.Values.Sum(lease => lease.Seats) <= 100;
            });
        }).QuickCheckThrowOnFailure();
    }

    private SeatGrant Ask(string holder, int seats, int after = 0) =>
        roster.Ask(new SeatRequest(holder, seats, 0, 100), noon.AddSeconds(after));
}
