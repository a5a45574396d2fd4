using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Contests;

/// <summary>The calls of a contest, through a runner that only passes them on.</summary>
public sealed class CallingAContest
{
    private static readonly string hash = new('a', 64);

    private readonly ManualClock clock = new();
    private readonly ContestLog log = new("fd");
    private readonly ContestChannel contest;

    public CallingAContest() => contest = new ContestChannel(new DirectRunner(log), clock);

    [Fact]
    public async Task Finds_nothing_before_the_contest_is_created()
    {
        Assert.Null(await contest.Card());
        Assert.Null(await contest.Headers());
        Assert.Null(await contest.Entries(new(null, null, 10)));
        Assert.Null(await contest.Aggregates(null, null));
        Assert.Null(await contest.Scoreboard());
        Assert.Null(await contest.BandOccupancy());
        Assert.Null(await contest.OperatorActivity("W1AW"));
        Assert.Null(await contest.Statistics());
    }

    [Fact]
    public async Task Stamps_commands_with_whole_milliseconds_of_the_clock()
    {
        clock.Advance(TimeSpan.FromTicks(12_345_678));

        var card = await contest.Create(ContestScenario.Contest().Draft);

        Assert.Equal(ContestScenario.Noon.AddMilliseconds(1_234), card.Value!.CreatedAt);
    }

    [Fact]
    public async Task Logs_each_of_several_contacts_on_its_own_merits()
    {
        await contest.Create(ContestScenario.Contest().Draft);
        var draft = ContestScenario.Qso().Draft;

        var outcomes = await contest.Log(Caller.Anonymous, [draft, draft with { Mode = "SMOKE" }, draft, draft with { QsoTime = "12:30" }]);

        Assert.Equal([null, "Invalid", null, null], outcomes.Select(outcome => outcome.Refusal?.Code));
        Assert.Equal([false, null, true, false], outcomes.Select(outcome => outcome.Value?.Deduped));
        Assert.Equal([false, true], (await contest.Entries(new(null, null, 10, OldestFirst: true)))!.Select(entry => entry.IsDupe));
    }

    [Fact]
    public async Task Takes_a_contact_from_log_to_edit_to_merge_to_deletion()
    {
        await contest.Create(ContestScenario.Contest().Draft);
        await contest.Log(Caller.Anonymous, [ContestScenario.Qso(station: "A").Draft, ContestScenario.Qso(station: "B").Draft]);

        var edited = await contest.Edit(Caller.Anonymous, "fd.1", new(["name"], new() { Name = "Ann" }));
        var merged = await contest.Merge(Caller.Anonymous, "fd.1", ["fd.2"], null);
        var deleted = await contest.Delete(Caller.Anonymous, "fd.1");

        Assert.Equal(("Ann", 1, "fd.1"), (edited.Value!.Name, merged.Value!.MergedCount, deleted.Value!.Id));
        Assert.Equal(["fd.2"], (await contest.Entries(new(null, null, 10)))!.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Lets_a_key_open_a_session_and_the_session_log()
    {
        await contest.Create(ContestScenario.Contest(open: false).Draft);
        await contest.AddKey(hash);
        var token = new string('b', 64);

        var session = await contest.OpenSession(Caller.WithKey(hash), new("s1", token, "K1XYZ", "W1AW"));
        var logged = await contest.Log(Caller.WithToken(token), [ContestScenario.Qso().Draft]);

        Assert.Equal("s1", session.Value!.SessionId);
        Assert.False(logged[0].IsRefused());
        Assert.Equal("W1AW", (await contest.Admit(Caller.WithToken(token))).Value!.StationId);
    }

    [Fact]
    public async Task Answers_every_question_about_a_contest()
    {
        await contest.Create(ContestScenario.Contest().Draft);
        await contest.Log(Caller.Anonymous, [ContestScenario.Qso().Draft]);
        await contest.KeepHeaders(Caller.Anonymous, new("W1AW", []));

        Assert.Equal("Club night", (await contest.Card())!.Name);
        Assert.Single((await contest.Headers())!);
        Assert.Single((await contest.Aggregates(null, null))!);
        Assert.Single((await contest.Scoreboard())!);
        Assert.Single((await contest.BandOccupancy())!.Bands);
        Assert.Equal(1, (await contest.OperatorActivity("W1AW"))!.TotalQsos);
        Assert.Equal(1, (await contest.Statistics())!.QsoCount);
    }

    [Fact]
    public async Task Takes_at_most_a_thousand_contacts_at_once() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => contest.Log(Caller.Anonymous, [.. Enumerable.Repeat(new QsoDraft(), 1_001)]));

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Takes_no_secret_for_a_hash(string notHash)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => contest.AddKey(notHash));
        await Assert.ThrowsAsync<ArgumentException>(() => contest.OpenSession(Caller.Trusted, new("s", notHash, "K1XYZ", "W1AW")));
    }

    [Fact]
    public void Is_hosted_as_the_kind_contest() => Assert.Equal(("contest", typeof(IContest)), (ContestChannel.Kind.Name, ContestChannel.Kind.Face));

    private sealed class DirectRunner(ContestLog log) : IChannelRunner<ContestLog, ContestCommand>
    {
        private readonly ContestModel model = new();

        public async Task<Outcome<TAnswer>> AskAsync<TAnswer>(ContestCommand command)
            where TAnswer : class => (await AskEachAsync<TAnswer>([command]))[0];

        public Task<IReadOnlyList<Outcome<TAnswer>>> AskEachAsync<TAnswer>(IReadOnlyList<ContestCommand> commands)
            where TAnswer : class => Task.FromResult<IReadOnlyList<Outcome<TAnswer>>>([.. commands.Select(Ask<TAnswer>)]);

        public Task<TAnswer> QueryAsync<TAnswer>(Func<ContestLog, TAnswer> query) => Task.FromResult(query(log));

        public Task<CatchUp?> CatchUpAsync(Position? since) =>
            Task.FromResult<CatchUp?>(new(new("e", 0), [], new(new("e", 0), model.Full(log, ContestScenario.Noon))));

        private Outcome<TAnswer> Ask<TAnswer>(ContestCommand command)
            where TAnswer : class
        {
            var decision = model.Decide(log, command);
            foreach (var @event in decision.Events)
            {
                model.Evolve(log, @event);
            }

            return new((TAnswer?)decision.Answer, decision.Refusal);
        }
    }
}
