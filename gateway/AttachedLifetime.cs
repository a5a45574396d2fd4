using System.Runtime.InteropServices;

namespace OrleansContest;

/// <summary>
/// Ties this process to the one that started it and holds its standard input: when that ends, whether it was closed or its holder died in
/// whatever way, this process stops as if it had been asked to. The keys that a terminal sends to everybody in it (Ctrl-C) are the holder's affair.
/// </summary>
internal sealed class AttachedLifetime(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    /// <summary>The command line's word for it.</summary>
    public const string Flag = "--attached";

    private readonly List<PosixSignalRegistration> signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP])
        {
            signals.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = true));
        }

        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));
        new Thread(WaitForTheEnd) { IsBackground = true, Name = "attached" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => signals.ForEach(signal => signal.Dispose());

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        application.StopApplication();
    }

    /// <summary>A thread of its own, for reading a console blocks. Input that cannot be read has ended too.</summary>
    private void WaitForTheEnd()
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (IOException)
        {
            // The holder is gone, or there never was one.
        }

        application.StopApplication();
    }
}
