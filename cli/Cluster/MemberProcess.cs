using System.Diagnostics;

namespace OrleansContest.Cli.Cluster;

/// <summary>A silo or gateway in a process of its own, whose standard input is its lifeline: whatever ends us ends it too.</summary>
internal sealed class MemberProcess : IMemberProcess
{
    private const int WordsKept = 6;

    private readonly Process process;
    private readonly LogFile log;
    private readonly Queue<string> words = [];

    private MemberProcess(Process process, LogFile log)
    {
        (this.process, this.log) = (process, log);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ended = EndAsync();
    }

    public int Id => process.Id;

    public Task<int> Ended { get; }

    public string LogPath => log.Path;

    public IReadOnlyList<string> LastWords
    {
        get
        {
            lock (words)
            {
                return [.. words];
            }
        }
    }

    /// <summary>What is secret goes by the environment, for a command line is seen by everybody on the machine.</summary>
    public static MemberProcess Start(MemberPlan plan, string postgres, LogFile log)
    {
        var start = new ProcessStartInfo("dotnet", [plan.Program, "--attached", .. plan.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ClusterCommand.PostgresVariable] = postgres;
        return new(Process.Start(start)!, log);
    }

    public void AskToStop() => process.StandardInput.Close();

    public void Kill() => process.Kill();

    public void Dispose()
    {
        process.Dispose();
        log.Dispose();
    }

    private async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        log.Write(line);
        lock (words)
        {
            if (line.Length > 0 && !line.TrimStart().StartsWith("at ", StringComparison.Ordinal))
            {
                words.Enqueue(line);
            }

            while (words.Count > WordsKept)
            {
                words.Dequeue();
            }
        }
    }
}
