using System.Buffers;
using System.Text;
using OrleansContest.Channels;
using OrleansContest.Matches;
using static OrleansContest.Tests.Matches.MatchScenario;

namespace OrleansContest.Tests.Matches;

/// <summary>Walks every command: the compiler does not check that the tables are complete.</summary>
public sealed class WritingAMatch
{
    private static readonly MatchCommand[] commands =
    [
        Create(2),
        new ReviseMatch(Draft(2) with { Title = "Das Fînale 🏆" }, Noon),
        new ActivateMatch(Noon),
        new AddKey(new('a', 64), Noon),
        Vote(Ballot("v1", address: 4)),
        Vote(Ballot("v2", team: TeamChoice.TeamB, cell: null, address: 4), TimeSpan.FromSeconds(1)),
        Bulk(Ballot("v3", voter: 3, country: null), Ballot("v4", voter: 4, cell: null), Ballot("v5", voter: 5, cell: "832830fffffffff")),
        new CastBallots(Caller.Trusted, [Ballot("v6", voter: 6, cell: "8001fffffffffff")], Noon.AddHours(1)),
        new EndMatch(Noon),
    ];

    [Fact]
    public void Walks_every_command_there_is() => Assert.Equal(
        typeof(MatchCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MatchCommand))).OrderBy(type => type.Name),
        commands.Select(command => command.GetType()).Distinct().OrderBy(type => type.Name));

    [Fact]
    public void Reads_back_what_it_wrote_after_every_step()
    {
        var scenario = Given();
        var replayed = Model.Initial(Channel);
        foreach (var command in commands)
        {
            var events = scenario.When(command).Events;
            replayed = Model.ReadEvents(Written(output => Model.WriteEvents(events, output))).Aggregate(replayed, Model.Evolve);
            replayed = Model.ReadSnapshot(Channel, Written(Model.TakeSnapshot(replayed)));

            Assert.Equal((scenario.Full(), scenario.Ledger.Revision), (Shown(replayed), replayed.Revision));
            Assert.Equal(
                Written(Model.TakeSnapshot(scenario.Ledger)).ToArray(), Written(Model.TakeSnapshot(replayed)).ToArray());
        }
    }

    [Fact]
    public void Remembers_limits_over_a_snapshot()
    {
        var scenario = Active(votesPerUser: 10);
        for (var vote = 0; vote < 3; vote++)
        {
            scenario.When(Vote(Ballot($"v{vote}", address: 1))).Accepts();
        }

        var read = Model.ReadSnapshot(Channel, Written(Model.TakeSnapshot(scenario.Ledger)));
        var decision = Model.Decide(read, Vote(Ballot("v9", address: 1)));
        Assert.Equal(BallotVerdict.RateLimitExceeded, Assert.IsType<BallotOutcome>(decision.Answer).Verdict);
    }

    [Fact]
    public void Writes_a_vote_in_no_more_than_a_hundred_bytes()
    {
        var votes = new VotesCast(Noon, [.. Enumerable.Range(0, 1_000).Select(_ => new CastVote(UInt128.MaxValue, UInt128.MaxValue, TeamChoice.TeamA, Cell("8f283082a30e623").Index, "US", null))]);

        Assert.InRange(Written(output => Model.WriteEvents([votes], output)).Length, 1, 100_000);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""[{"type":"nonsense"}]""")]
    [InlineData("""[{"type":"votesCast","at":"2026-01-24T12:00:00.000Z","votes":[[]]}]""")]
    [InlineData("""[{"type":"votesCast","at":"2026-01-24T12:00:00.000Z","votes":[["AAAA","AAAA","a",null]]}]""")]
    [InlineData("""[{"type":"votesCast","at":"2026-01-24T12:00:00.000Z","votes":[{}]}]""")]
    public void Says_what_is_not_a_matchs(string record) => Assert.Throws<FormatException>(() => Model.ReadEvents(Encoding.UTF8.GetBytes(record)));

    [Fact]
    public void Says_when_a_snapshot_is_not_a_matchs() => Assert.Throws<FormatException>(() => Model.ReadSnapshot(Channel, new byte[] { 1, 2, 3 }));

    private static ReadOnlyMemory<byte> Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return output.WrittenMemory;
    }
}
