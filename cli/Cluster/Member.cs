namespace OrleansContest.Cli.Cluster;

/// <summary>Watches one process from its start to its end.</summary>
/// <param name="plan">What it is.</param>
/// <param name="process">The process.</param>
/// <param name="probe">Asks it how it is.</param>
/// <param name="clock">Times the questions.</param>
/// <param name="changed">Told whenever its state has changed.</param>
internal sealed class Member(MemberPlan plan, IMemberProcess process, IHealthProbe probe, TimeProvider clock, Action<Member> changed) : IDisposable
{
    /// <summary>Longer than silos wait for members that a power cut has left in the cluster's table.</summary>
    public static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private const int sigkill = 9;

    private static readonly TimeSpan every = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private Task watching = Task.CompletedTask;
    private bool isAsked;

    public MemberPlan Plan => plan;

    public IMemberProcess Process => process;

    public MemberState State { get; private set; } = new(MemberHealth.Starting);

    public bool WasHealthy { get; private set; }

    /// <summary>Whether it had to be killed.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>Whether what it wrote last may tell why it ended: who is killed has no time to say.</summary>
    public bool SaysWhy { get; private set; }

    public bool IsGone => State.Health is MemberHealth.Stopped or MemberHealth.Lost;

    public void BeginWatching() => watching = WatchAsync();

    /// <summary>From now on its end is no loss: whoever asked us to stop may have asked it too.</summary>
    public void ExpectEnd()
    {
        lock (gate)
        {
            isAsked = true;
        }
    }

    /// <summary>Asks it to stop, and kills it when it has not done so in time, or when nobody wants to wait. Returns when its end was told.</summary>
    public async Task StopAsync(TimeSpan patience, CancellationToken atOnce)
    {
        if (!process.Ended.IsCompleted)
        {
            await EndAsync(patience, atOnce);
        }

        await watching;
    }

    public void Dispose() => process.Dispose();

    private async Task EndAsync(TimeSpan patience, CancellationToken atOnce)
    {
        lock (gate)
        {
            isAsked = true;
            Become(new(MemberHealth.Stopping));
        }

        process.AskToStop();
        try
        {
            await process.Ended.WaitAsync(patience, clock, atOnce);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            WasKilled = true;
            process.Kill();
        }
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(every, clock);
        while (!process.Ended.IsCompleted)
        {
            Note(await probe.AskAsync(plan.Health));
            await Task.WhenAny(process.Ended, timer.WaitForNextTickAsync().AsTask());
        }

        NoteEnd(await process.Ended);
    }

    private void Note(string? fault)
    {
        lock (gate)
        {
            WasHealthy |= fault is null && !isAsked;
            if (!isAsked && NextState(fault) is { } next && next.Health != State.Health)
            {
                Become(next);
            }
        }
    }

    /// <returns>Null for no news.</returns>
    private MemberState? NextState(string? fault) => (fault, State.Health) switch
    {
        (null, _) => new(MemberHealth.Healthy),
        (_, MemberHealth.Starting) when clock.GetElapsedTime(started) < StartsWithin => null,
        (_, MemberHealth.Starting) => new(MemberHealth.Unhealthy, $"not healthy within {StartsWithin.TotalMinutes:0} minutes: {fault}"),
        _ => new(MemberHealth.Unhealthy, fault),
    };

    private void NoteEnd(int exitCode)
    {
        lock (gate)
        {
            SaysWhy = !isAsked && SignalIn(exitCode) != sigkill;
            Become(isAsked
                ? new(MemberHealth.Stopped, WasKilled ? "killed: it did not stop by itself" : exitCode == 0 ? "" : HowItEnded(exitCode))
                : new(MemberHealth.Lost, $"{HowItEnded(exitCode)}; it is not started again"));
        }
    }

    private void Become(MemberState next)
    {
        State = next;
        changed(this);
    }

    private static string HowItEnded(int exitCode) => SignalIn(exitCode) switch
    {
        sigkill => "killed, by somebody or for want of memory (signal 9)",
        { } signal => $"ended by signal {signal}",
        null => $"ended with exit code {exitCode}",
    };

    /// <summary>On Unix the runtime adds 128 to the number of the signal that ended a process.</summary>
    private static int? SignalIn(int exitCode) => exitCode > 128 && !OperatingSystem.IsWindows() ? exitCode - 128 : null;
}
