using System.Runtime.InteropServices;

namespace OrleansContest.Cli.Cluster;

/// <summary>What a person or a service manager says to make us stop: Ctrl-C, SIGTERM, or closing the terminal.</summary>
internal sealed class StopSignals(TimeProvider clock) : IDisposable
{
    /// <summary>Who asks a whole group of processes often asks its head twice; that is one asking.</summary>
    private static readonly TimeSpan oneAsking = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource kill = new();
    private readonly List<PosixSignalRegistration> signals = [];
    private long? askedAt;

    /// <summary>Cancelled when it is said once.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Cancelled when it is said again, by somebody who does not want to wait.</summary>
    public CancellationToken Kill => kill.Token;

    /// <summary>Takes the signals of this process.</summary>
    public static StopSignals OfThisProcess()
    {
        var asked = new StopSignals(TimeProvider.System);
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            asked.signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                asked.Ask();
            }));
        }

        return asked;
    }

    public void Ask()
    {
        lock (gate)
        {
            if (askedAt is not { } first)
            {
                askedAt = clock.GetTimestamp();
                stop.Cancel();
            }
            else if (clock.GetElapsedTime(first) >= oneAsking)
            {
                kill.Cancel();
            }
        }
    }

    public void Dispose()
    {
        signals.ForEach(signal => signal.Dispose());
        stop.Dispose();
        kill.Dispose();
    }
}
