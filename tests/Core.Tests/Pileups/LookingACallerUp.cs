using OrleansContest.Pileups;
using static OrleansContest.Tests.Pileups.PileupScenario;

namespace OrleansContest.Tests.Pileups;

public sealed class LookingACallerUp
{
    private static readonly CallerProfile found = new("W1AW", "Hiram Percy Maxim", "Newington, USA", "United States", "https://example.org/w1aw.jpg", null);

    [Fact]
    public void Shows_who_waits() => Assert.Equal(found, Active("W1AW").When(new Describe(found, Noon)).Shows("queue_update").Pileup.Queue[0].Qrz);

    [Fact]
    public void Shows_who_is_being_worked_by_then()
    {
        var scenario = Active("W1AW");
        scenario.When(new TakeNext(Noon)).Accepts();

        Assert.Equal(found, scenario.When(new Describe(found, Noon)).Shows("current_qso").Pileup.Current!.Qrz);
    }

    [Fact]
    public void Changes_nothing_for_who_is_gone() => Active("K1ABC").When(new Describe(found, Noon)).ChangesNothing();

    [Fact]
    public void Changes_nothing_the_second_time()
    {
        var scenario = Active("W1AW");
        scenario.When(new Describe(found, Noon)).Accepts();

        scenario.When(new Describe(found, Noon)).ChangesNothing();
    }

    [Fact]
    public void Keeps_no_more_of_a_text_than_anybody_reads() => Assert.Equal(
        PileupRules.MaxText,
        Active("W1AW").When(new Describe(found with { Name = new('x', 10_000) }, Noon)).Accepts().Pileup.Queue[0].Qrz.Name!.Length);
}
