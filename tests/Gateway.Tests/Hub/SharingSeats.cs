using FsCheck;
using FsCheck.Fluent;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>Gateways that share a channel's seats, over a network that loses, delays and reorders what they say.</summary>
public sealed class SharingSeats
{
    private const int Limit = 100;

    private static readonly Gen<Action<SeatWorld>> anyArrival = Gen.Frequency(
        (1, Gen.Choose(0, 5).Select<int, Action<SeatWorld>>(which => world => world.Deliver(which))),
        (1, Gen.Choose(0, 5).Select<int, Action<SeatWorld>>(which => world => world.Answer(which))));

    private static readonly Gen<Action<SeatWorld>> anyMessageStep = Gen.Frequency(
        (16, anyArrival),
        (1, Gen.Choose(0, 5).Select<int, Action<SeatWorld>>(which => world => world.LoseQuestion(which))),
        (1, Gen.Choose(0, 5).Select<int, Action<SeatWorld>>(which => world => world.LoseAnswer(which))),
        (3, Gen.Choose(0, 2).Select<int, Action<SeatWorld>>(gateway => world => world.GiveUp(gateway))));

    private static readonly Gen<Action<SeatWorld>> anyMove = Gen.Frequency(
        (4, Gen.Choose(0, 2).SelectMany(gateway => Gen.Elements(1, 2, 5, 15, 40), (gateway, count) => (Action<SeatWorld>)(world => world.Come(gateway, count)))),
        (4, Gen.Choose(0, 2).Select<int, Action<SeatWorld>>(gateway => world => world.Go(gateway))),
        (1, Gen.Elements(1.0, 5).Select<double, Action<SeatWorld>>(seconds => world => world.Calm(TimeSpan.FromSeconds(seconds)))));

    private static readonly Gen<Action<SeatWorld>> anyStep = Gen.Frequency(
        (9, anyMove),
        (3, Gen.Elements(0.1, 1, 1, 5, 20, 31).Select<double, Action<SeatWorld>>(seconds => world => world.Pass(TimeSpan.FromSeconds(seconds)))),
        (1, Gen.Choose(0, 2).Select<int, Action<SeatWorld>>(gateway => world => world.Die(gateway))),
        (1, Gen.Constant<Action<SeatWorld>>(world => world.Forget())),
        (16, anyMessageStep));

    private static readonly Arbitrary<Action<SeatWorld>[]> anyScript = Arb.From(anyStep.ArrayOf());

    [Fact]
    public void Never_fills_more_than_there_are() => Prop.ForAll(anyScript, script =>
    {
        var world = new SeatWorld(Limit);
        foreach (var step in script)
        {
            step(world);
            Assert.InRange(world.Filled, 0, Limit);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(200));

    [Fact]
    public void Fills_every_seat_whatever_happened_before_and_wherever_people_come() =>
        Prop.ForAll(anyScript, Arb.From(Gen.Choose(0, 2).ListOf(Limit + 3)), (script, comers) =>
        {
            var world = new SeatWorld(Limit);
            Array.ForEach(script, step => step(world));
            world.Quieten();
            world.Calm(TimeSpan.FromMinutes(11));
            var (missing, refused) = (Limit - world.Filled, world.Refused);
            foreach (var gateway in comers.Take(missing))
            {
                world.Come(gateway);
                world.Calm(TimeSpan.FromSeconds(2));
            }

            Assert.Equal((Limit, refused), (world.Filled, world.Refused));
            comers.Skip(Limit).ToList().ForEach(gateway => world.Come(gateway));
            world.Calm(TimeSpan.FromSeconds(2));
            Assert.Equal((Limit, refused + 3), (world.Filled, world.Refused));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(120));

    [Fact]
    public void Sends_nobody_away_while_the_roster_answers() => Prop.ForAll(Arb.From(Gen.Frequency((3, anyMove), (1, anyArrival)).ArrayOf()), script =>
    {
        var world = new SeatWorld(Limit);
        foreach (var step in script)
        {
            step(world);
        }

        Assert.Equal(0, world.Lost);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200));

    [Fact]
    public void Sends_those_away_who_are_cut_off_before_others_get_their_seats()
    {
        var world = new SeatWorld(Limit);
        world.Come(0, 60);
        world.Calm(TimeSpan.FromSeconds(11));
        world.CutOff(0);
        world.Come(1, 50);
        world.Calm(TimeSpan.FromSeconds(20));
        Assert.Equal((60, 40), (world.FilledAt(0), world.FilledAt(1)));

        world.Calm(TimeSpan.FromSeconds(20));
        world.Come(1, 60);
        world.Calm(TimeSpan.FromSeconds(2));
        Assert.Equal((0, 100), (world.FilledAt(0), world.FilledAt(1)));
    }

    [Fact]
    public void Keeps_a_lease_that_was_to_be_shorter_as_long_as_its_holder_counts_on_it()
    {
        var world = new SeatWorld(Limit);
        world.Come(0);
        world.Calm(TimeSpan.FromSeconds(2));
        world.Come(1, 98);
        world.Calm(TimeSpan.FromSeconds(1));
        world.Pass(TimeSpan.FromSeconds(5));
        world.Deliver(0);
        world.Deliver(0);
        world.CutOff(0);
        world.LoseAnswer(0);
        world.Calm(TimeSpan.FromMinutes(2));
        world.Come(1, 2);
        world.Calm(TimeSpan.FromSeconds(10));
        Assert.Equal((1, 99), (world.FilledAt(0), world.FilledAt(1)));
    }

    [Fact]
    public void Keeps_seats_for_those_who_come_back_and_then_returns_them()
    {
        var world = new SeatWorld(Limit);
        world.Come(0, 40);
        world.Calm(TimeSpan.FromSeconds(11));
        Assert.Equal(40, world.Held);
        for (var i = 0; i < 10; i++)
        {
            world.Go(0);
        }

        world.Calm(TimeSpan.FromSeconds(5));
        Assert.Equal(40, world.Held);
        world.Calm(TimeSpan.FromSeconds(6));
        Assert.Equal(30, world.Held);
    }

    [Fact]
    public void Asks_seldom_whatever_crowd_comes()
    {
        var world = new SeatWorld(100_000);
        world.Calm(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5_000; i++)
        {
            world.Come(i % 3);
            world.Exchange();
        }

        Assert.InRange(world.Questions, 3, 300);
    }
}
