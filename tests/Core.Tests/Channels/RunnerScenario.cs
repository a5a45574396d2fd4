using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>A tally with its runner and everything around it in the test's hand.</summary>
internal sealed class RunnerScenario(HeldJournal? journal = null, RunnerOptions? options = null, Snapshot? snapshot = null, Tally? tally = null)
    : ChannelScenario<Tally.Sum, Tally.Add, Tally.Added>(tally ?? new Tally(), journal, options, snapshot)
{
    public Task<Outcome<Tally.Answer>> Add(int amount) => Runner.AskAsync<Tally.Answer>(new Tally.Add(amount));

    public Task<IReadOnlyList<Outcome<Tally.Answer>>> AddEach(params int[] amounts) =>
        Runner.AskEachAsync<Tally.Answer>([.. amounts.Select(amount => new Tally.Add(amount))]);

    public Task<long> Total() => Runner.QueryAsync(sum => sum.Total);

    public Task<TAnswer> Query<TAnswer>(Func<Tally.Sum, TAnswer> query) => Runner.QueryAsync(query);
}
