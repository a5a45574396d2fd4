using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Pileups;
using static OrleansContest.Tests.Pileups.PileupScenario;

namespace OrleansContest.Tests.Pileups;

public sealed class RegisteringACaller
{
    [Fact]
    public void Puts_them_at_the_end_of_the_queue()
    {
        var happening = Active("W1AW").When(Call("K1ABC"));

        Assert.Equal(new QueueEntry("K1ABC", Noon, 2, CallerProfile.Unknown("K1ABC")), happening.Answers<QueueEntry>());
        Assert.Equal(["W1AW", "K1ABC"], happening.Shows("queue_update").Waiting);
    }

    [Fact]
    public void Shows_the_whole_queue_as_the_contract_writes_it() => Assert.Equal(
        """
        {"queue":[{"callsign":"W1AW","timestamp":"2026-01-24T12:00:00.000Z","position":1,
        "qrz":{"callsign":"W1AW","name":"Hiram Percy","address":null,"dxcc_name":"United States","image":null,"error":null}}],
        "total":1,"max_size":4,"system_active":true}
        """.ReplaceLineEndings(""),
        Active().When(Call("W1AW", new("W1AW", "Hiram Percy", null, "United States", null, null))).Data(0)!.ToJsonString());

    [Fact]
    public void Is_refused_while_the_pileup_is_inactive() => Given().When(Call("K1ABC")).Refuses(PileupRefusals.Inactive);

    [Fact]
    public void Is_refused_when_they_wait_already() => Active("K1ABC").When(Call("K1ABC")).Refuses(PileupRefusals.AlreadyQueued);

    [Fact]
    public void Is_refused_when_the_queue_is_full() => Active("W1A", "W1B", "W1C", "W1D").When(Call("K1ABC")).Refuses(PileupRefusals.QueueFull);

    [Fact]
    public void Tells_who_waits_already_that_they_do_though_the_queue_is_full() =>
        Active("W1A", "W1B", "W1C", "W1D").When(Call("W1A")).Refuses(PileupRefusals.AlreadyQueued);

    [Fact]
    public void Is_possible_again_after_their_contact()
    {
        var scenario = Active("W1AW");
        scenario.When(new TakeNext(Noon)).Accepts();

        Assert.Equal(["W1AW"], scenario.When(Call("W1AW")).Accepts().Waiting);
    }

    [Theory]
    [InlineData("W1AW")]
    [InlineData("KC1ABC")]
    [InlineData("EI6LF")]
    [InlineData("K1A")]
    [InlineData("DL50ABCD")]
    [InlineData("2E0ABC")]
    [InlineData("9A1A")]
    [InlineData("4X6TT")]
    public void Takes_callsigns_of_the_contracts_forms(string callsign) => Active().When(Call(callsign)).Accepts();

    [Theory]
    [InlineData("")]
    [InlineData("W1")]
    [InlineData("WAW")]
    [InlineData("W123AW")]
    [InlineData("ABC1D")]
    [InlineData("W1ABCDE")]
    [InlineData("EI150ABC")]
    [InlineData("EI6LF/P")]
    [InlineData("2E0ABCD")]
    [InlineData("w1aw")]
    [InlineData("W1AW\n")]
    [InlineData("W1ÄW")]
    [InlineData("W\u0661AW")]
    public void Refuses_all_others(string callsign) => Active().When(Call(callsign)).Refuses(PileupRefusals.InvalidCallsign);

    [Theory]
    [InlineData(" ei6lf\t", "EI6LF")]
    [InlineData("W1AW", "W1AW")]
    public void Means_the_callsign_without_blanks_in_upper_case(string text, string callsign) =>
        Assert.Equal(callsign, PileupCallsign.Normalize(text));

    [Fact]
    public void Never_lets_more_in_than_the_queue_holds_whoever_comes_in_whatever_order()
    {
        Prop.ForAll<int[]>(callers =>
        {
            var scenario = Active();
            foreach (var caller in callers)
            {
                scenario.When(Call($"W{Math.Abs(caller % 9)}AW"));
            }

            return scenario.Pileup.Queue.Count <= 4 && scenario.Waiting.Distinct().Count() == scenario.Pileup.Queue.Count;
        }).QuickCheckThrowOnFailure();
    }
}
