using System.Collections.Concurrent;
using OrleansContest.Testing;

namespace OrleansContest.Cli.Cluster;

/// <summary>Two silos and two gateways that do what the test says, run by the real thing, and what was told of them.</summary>
internal sealed class FakeCluster : IHealthProbe, IClusterView, IDisposable
{
    private readonly ConcurrentDictionary<string, FakeMember> members = [];
    private readonly ConcurrentDictionary<int, string> faults = [];
    private readonly ClusterRun run;

    public FakeCluster() =>
        (run, Signals) = (new(plan => members[plan.Name] = Started(plan.Name), this, this, Clock), new(Clock));

    public ManualClock Clock { get; } = new();

    public StopSignals Signals { get; }

    /// <summary>All that was shown, said and done, in order.</summary>
    public ConcurrentQueue<string> Told { get; } = [];

    /// <summary>Names of those that do not stop when they are asked to.</summary>
    public HashSet<string> Stubborn { get; } = [];

    public FakeMember this[string name] => members[name];

    /// <summary>Runs it to its end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync() => run.RunAsync([Plan("silo-1", 1), Plan("silo-2", 2)], [Plan("gateway-1", 3), Plan("gateway-2", 4)], () => "Serving.", Signals);

    /// <summary>Lets those that answer at that port be unwell from now on.</summary>
    public void Ail(int port, string fault) => faults[port] = fault;

    public void Recover(int port) => faults.TryRemove(port, out _);

    /// <summary>Waits until all of that has been told.</summary>
    public async Task HearAsync(params string[] wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (wanted.Except(Told).FirstOrDefault() is { } missing)
        {
            Assert.False(patience.IsCancellationRequested, $"'{missing}' was not told, only: {string.Join("; ", Told)}");
            await Task.Yield();
        }
    }

    public Task<string?> AskAsync(Uri address) => Task.FromResult(faults.GetValueOrDefault(address.Port));

    public Task<int> WhileAsync(Func<Task<int>> work) => work();

    public void Show(Member member) => Told.Enqueue($"{member.Plan.Name}: {MemberText.Health(member.State)} {MemberText.Detail(member)}".Trim());

    public void Say(string sentence) => Told.Enqueue(sentence);

    public void Dispose()
    {
        run.Dispose();
        Signals.Dispose();
    }

    private static MemberPlan Plan(string name, int port) => new(name, "program.dll", port, name.StartsWith('g')) { Arguments = [] };

    private FakeMember Started(string name) => new(name, Told) { IsStubborn = Stubborn.Contains(name) };
}
