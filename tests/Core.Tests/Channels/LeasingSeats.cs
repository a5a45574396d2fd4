using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

public sealed class LeasingSeats
{
    private static readonly TimeSpan term = TimeSpan.FromSeconds(30);

    private readonly Roster roster = new(term);
    private long turn;

    [Fact]
    public void Gives_what_is_needed_while_there_is_enough()
    {
        Assert.Equal(60, Ask("a", 60).Seats);
        Assert.Equal(40, Ask("b", 60).Seats);
        Assert.Equal(0, Ask("c", 1).Seats);
    }

    [Fact]
    public void Gives_the_same_again_for_the_same_question()
    {
        Ask("a", 60);
        Assert.Equal(60, Ask("a", 60).Seats);
        Assert.Equal(40, Ask("b", 60).Seats);
    }

    [Fact]
    public void Takes_back_what_is_no_longer_needed()
    {
        Ask("a", 100);
        Ask("a", 10);
        Assert.Equal(90, Ask("b", 100).Seats);
    }

    [Fact]
    public void Gives_seats_ahead_of_need_the_fewer_the_less_is_free()
    {
        Assert.Equal(10 + (90 / 4), Ask("a", 10, ahead: 50).Seats);
        Assert.Equal(10 + 20, Ask("a", 10, ahead: 20).Seats);
        Assert.Equal(67 + (3 / 4), Ask("b", 67, ahead: 50).Seats);
    }

    [Fact]
    public void Tells_who_lacks_a_seat_that_others_have_one_to_spare_and_gets_it_back_from_them()
    {
        Ask("a", 10, ahead: 20);
        var (given, spare) = (Ask("b", 71).Seats, Ask("b", 71).Spare);
        Assert.Equal((70, 20), (given, spare));

        Assert.Equal(10, Ask("a", 10, ahead: 20).Seats);
        Assert.Equal(71, Ask("b", 71).Seats);
    }

    [Fact]
    public void Has_nothing_to_spare_when_all_seats_are_filled()
    {
        Ask("a", 50);
        Ask("b", 50);
        Assert.Equal((50, 0), (Ask("b", 51).Seats, Ask("b", 51).Spare));
    }

    [Fact]
    public void Lets_go_of_a_wish_that_is_wished_no_more()
    {
        Ask("a", 90);
        Ask("b", 11);
        Ask("b", 0);
        Assert.Equal(60 + 10, Ask("a", 60, ahead: 50).Seats);
    }

    [Fact]
    public void Ignores_a_question_that_comes_after_a_later_one()
    {
        var late = Request("a", 10);
        Ask("a", 50);
        Assert.Equal(50, roster.Ask(late, TimeSpan.Zero).Seats);
        Assert.Equal(50, Ask("b", 100).Seats);
    }

    [Fact]
    public void Takes_no_seat_from_anybody_when_the_limit_is_lowered()
    {
        Ask("a", 80);
        Assert.Equal(80, roster.Ask(Request("a", 90) with { Limit = 50 }, TimeSpan.Zero).Seats);
        Assert.Equal(70, roster.Ask(Request("a", 70) with { Limit = 50 }, TimeSpan.Zero).Seats);
        Assert.Equal(70, roster.Ask(Request("a", 71) with { Limit = 50 }, TimeSpan.Zero).Seats);
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
    public void Leaves_a_lease_longer_while_there_are_seats_in_plenty()
    {
        Assert.Equal(20 * term, Ask("a", 10).Term);
        Assert.Equal(90, Ask("b", 100, after: 599).Seats);
        Assert.Equal(term, Ask("c", 1, after: 599).Term);
        Assert.Equal(100, Ask("b", 100, after: 600).Seats);
    }

    [Fact]
    public void Cuts_no_lease_short_before_its_holder_has_heard_of_it()
    {
        Ask("a", 10);
        Ask("b", 80);
        Assert.Equal(term, roster.Ask(Request("a", 10) with { HeldFor = TimeSpan.FromSeconds(595) }, TimeSpan.FromSeconds(5)).Term);
        Assert.Equal(90, Ask("b", 100, after: 599).Seats);
        Assert.Equal(100, Ask("b", 100, after: 600).Seats);
    }

    [Fact]
    public void Counts_the_audience_by_the_seats_that_are_filled_elsewhere()
    {
        roster.Ask(Request("a", 50) with { Seated = 7 }, TimeSpan.Zero);
        Assert.Equal(7, roster.Ask(Request("b", 50) with { Seated = 3 }, TimeSpan.Zero).Elsewhere);
        Assert.Equal(10, roster.Ask(SeatRequest.Nothing, TimeSpan.Zero).Elsewhere);
    }

    [Fact]
    public void Does_not_count_the_audience_of_one_who_is_silent()
    {
        roster.Ask(Request("a", 5) with { Seated = 5 }, TimeSpan.Zero);
        Assert.Equal(5, roster.Ask(SeatRequest.Nothing, TimeSpan.FromSeconds(29)).Elsewhere);
        Assert.Equal(0, roster.Ask(SeatRequest.Nothing, TimeSpan.FromSeconds(30)).Elsewhere);
    }

    [Fact]
    public void Remembers_nobody_who_holds_and_wants_nothing()
    {
        Ask("a", 10);
        Ask("a", 0);
        roster.Ask(SeatRequest.Nothing, TimeSpan.Zero);
        Assert.Empty(roster.Leases);
    }

    [Fact]
    public void Holds_kept_leases_for_a_whole_term_after_a_loss_of_memory()
    {
        Ask("a", 100);
        var again = new Roster(term);
        again.Restore(roster.Leases, TimeSpan.FromMinutes(5));

        Assert.Equal(0, again.Ask(Request("b", 10), TimeSpan.FromSeconds(329)).Seats);
        Assert.Equal(10, again.Ask(Request("b", 10), TimeSpan.FromSeconds(330)).Seats);
    }

    private SeatGrant Ask(string holder, int needed, int ahead = 0, int after = 0) =>
        roster.Ask(Request(holder, needed) with { Ahead = ahead }, TimeSpan.FromSeconds(after));

    private SeatRequest Request(string holder, int needed) => new(holder, ++turn, needed, needed, 0, 100, TimeSpan.Zero);
}
