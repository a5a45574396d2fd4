using OrleansContest.Pileups;
using static OrleansContest.Tests.Pileups.PileupScenario;

namespace OrleansContest.Tests.Pileups;

public sealed class WorkingThePileup
{
    [Fact]
    public void Takes_the_caller_who_came_first()
    {
        var happening = Active("W1AW", "K1ABC").When(new TakeNext(Noon));

        Assert.Equal("W1AW", happening.Answers<Pileup>().Current!.Callsign);
        Assert.Equal(["K1ABC"], happening.Shows("current_qso", "queue_update").Waiting);
        Assert.Equal(
            """
            {"callsign":"W1AW","timestamp":"2026-01-24T12:00:00.000Z",
            "qrz":{"callsign":"W1AW","name":null,"address":null,"dxcc_name":null,"image":null,"error":null},
            "metadata":{"source":"queue","frequency_mhz":null,"mode":null,"started_via":null,"triggered_by":null}}
            """.ReplaceLineEndings(""),
            happening.Data(0)!.ToJsonString());
    }

    [Fact]
    public void Ends_the_contact_under_way_when_nobody_waits()
    {
        var scenario = Active("W1AW");
        scenario.When(new TakeNext(Noon)).Accepts();
        var happening = scenario.When(new TakeNext(Noon));

        Assert.Null(happening.Answers<Pileup>().Current);
        Assert.Null(happening.Shows("current_qso", "queue_update").Pileup.Current);
        Assert.Null(happening.Data(0));
    }

    [Fact]
    public void Completes_a_contact_and_tells_which_it_was()
    {
        var scenario = Active("W1AW");
        scenario.When(new TakeNext(Noon)).Accepts();
        var happening = scenario.When(new CompleteContact(Noon));

        Assert.Equal("W1AW", happening.Answers<Completed>().Contact!.Callsign);
        Assert.Null(happening.Shows("current_qso").Pileup.Current);
        Assert.Null(scenario.When(new CompleteContact(Noon)).Answers<Completed>().Contact);
    }

    [Fact]
    public void Removes_a_caller_and_moves_the_others_up()
    {
        var happening = Active("W1AW", "K1ABC").When(new RemoveCaller("W1AW", Noon));

        Assert.Equal(1, happening.Answers<QueueEntry>().Position);
        Assert.Equal(1, happening.Shows("queue_update").Pileup.Find("K1ABC")!.Position);
    }

    [Fact]
    public void Cannot_remove_who_does_not_wait() => Active("W1AW").When(new RemoveCaller("K1ABC", Noon)).Refuses(PileupRefusals.NotQueued);

    [Fact]
    public void Clears_the_queue_and_leaves_the_contact_under_way()
    {
        var scenario = Active("W1AW", "K1ABC");
        scenario.When(new TakeNext(Noon)).Accepts();
        scenario.When(new ClearQueue(Noon)).Shows("queue_update");

        Assert.Empty(scenario.Waiting);
        Assert.Equal("W1AW", scenario.Pileup.Current!.Callsign);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Clears_everything_when_the_pileup_opens_or_closes(bool wasActive)
    {
        var scenario = wasActive ? Active("W1AW", "K1ABC") : Given(Log("W1AW"));
        var happening = scenario.When(new SetStatus(!wasActive, "op", Noon));

        Assert.Equal(new SystemStatus(!wasActive, Noon, "op"), happening.Answers<SystemStatus>());
        Assert.Empty(happening.Shows("system_status", "queue_update", "current_qso").Waiting);
        Assert.Null(scenario.Pileup.Current);
    }

    [Fact]
    public void Throws_nobody_out_when_an_open_pileup_is_opened_again() =>
        Assert.Equal(["W1AW"], Active("W1AW").When(new SetStatus(true, "op", Noon)).Shows("system_status", "queue_update", "current_qso").Waiting);

    [Fact]
    public void Announces_a_frequency_and_a_split_and_deletes_them()
    {
        var scenario = Given();

        Assert.Equal(
            """{"frequency":"14.205 MHz","last_updated":"2026-01-24T12:00:00.000Z"}""",
            scenario.When(new AnnounceFrequency("14.205 MHz", Noon)).Data(0)!.ToJsonString());
        Assert.Equal(
            """{"split":"UP 5-10","last_updated":"2026-01-24T12:00:00.000Z"}""",
            scenario.When(new AnnounceSplit("UP 5-10", Noon)).Data(0)!.ToJsonString());
        scenario.When(new AnnounceFrequency(null, Noon)).Shows("frequency_update");
        scenario.When(new AnnounceSplit(null, Noon)).Shows("split_update");
        Assert.Equal((null, null), (scenario.Pileup.Frequency.Text, scenario.Pileup.Split.Text));
    }

    [Fact]
    public void Refuses_a_novel_for_a_frequency()
    {
        Given().When(new AnnounceFrequency(new('x', 257), Noon)).Refuses(PileupRefusals.TooLong);
        Given().When(new AnnounceSplit(new('x', 257), Noon)).Refuses(PileupRefusals.TooLong);
    }

    [Fact]
    public void Resizes_the_queue_and_keeps_those_who_wait()
    {
        var scenario = Active("W1A", "W1B", "W1C");
        scenario.When(new Resize(2, Noon)).Shows("queue_update");

        Assert.Equal(3, scenario.Pileup.Queue.Count);
        scenario.When(Call("K1ABC")).Refuses(PileupRefusals.QueueFull);
        scenario.When(new Resize(2, Noon)).ChangesNothing();
        scenario.When(new Resize(0, Noon)).Refuses(PileupRefusals.InvalidSize);
        scenario.When(new Resize(1_001, Noon)).Refuses(PileupRefusals.InvalidSize);
    }

    [Fact]
    public void Shows_everything_in_the_greeting() => Assert.Equal(
        """
        {"system_status":{"active":true,"last_updated":"2026-01-24T12:00:00.000Z"},"current_qso":null,
        "frequency_update":{"frequency":null,"last_updated":null},"split_update":{"split":null,"last_updated":null},
        "queue_update":{"queue":[],"total":0,"max_size":4,"system_active":true}}
        """.ReplaceLineEndings(""),
        Active().Full().ToJsonString());
}
