using System.Globalization;
using System.Text;

namespace OrleansContest.Cli.Cluster;

/// <summary>What one process writes, each line with its time (UTC). The run before it, or the part before it, is kept beside it.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly TextWriter errors;
    private readonly TimeProvider clock;
    private readonly long maxBytes;
    private FileStream? file;
    private bool hasFailed;

    /// <param name="folder">Made if it is not there.</param>
    /// <param name="name">Name of the process.</param>
    /// <param name="errors">Where it is said that lines are lost.</param>
    /// <param name="clock">Times the lines.</param>
    /// <param name="maxBytes">A file that has more is put aside, in place of the one put aside before.</param>
    /// <exception cref="ClusterException">The folder cannot be written.</exception>
    public LogFile(string folder, string name, TextWriter errors, TimeProvider clock, long maxBytes = 50 << 20)
    {
        (this.errors, this.clock, this.maxBytes) = (errors, clock, maxBytes);
        Path = System.IO.Path.Combine(folder, $"{name}.log");
        Previous = System.IO.Path.Combine(folder, $"{name}.previous.log");
        try
        {
            Directory.CreateDirectory(folder);
            Begin();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException($"No logs can be kept in {folder}: {fault.Message} Choose a folder that can be written (--data).", fault);
        }
    }

    public string Path { get; }

    public string Previous { get; }

    /// <summary>A disk that is full costs lines of the log, and nobody his contest.</summary>
    public void Write(string line)
    {
        lock (gate)
        {
            try
            {
                Append(line);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                SayOnce(fault);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file?.Dispose();
            file = null;
        }
    }

    private void Append(string line)
    {
        if (file is null)
        {
            return;
        }

        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        file.Write(Encoding.UTF8.GetBytes($"{time} {line}\n"));
        if (file.Length > maxBytes)
        {
            Begin();
        }
    }

    private void Begin()
    {
        file?.Dispose();
        file = null;
        if (File.Exists(Path))
        {
            File.Move(Path, Previous, overwrite: true);
        }

        file = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    private void SayOnce(Exception fault)
    {
        if (!hasFailed)
        {
            hasFailed = true;
            errors.WriteLine($"Lines of {Path} are lost: {fault.Message}");
        }
    }
}
