using OrleansContest.Testing;

namespace OrleansContest.Cli.Cluster;

public sealed class KeepingALog : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Times_each_line_and_can_be_read_while_it_is_written()
    {
        using var log = Log();
        log.Write("first");
        clock.Advance(TimeSpan.FromMilliseconds(1_500));
        log.Write("second");

        Assert.Equal(["2026-01-24T12:00:00.000Z first", "2026-01-24T12:00:01.500Z second"], Read(log.Path));
    }

    [Fact]
    public void Keeps_the_run_before()
    {
        using (var before = Log())
        {
            before.Write("before");
        }

        using var log = Log();
        log.Write("now");

        Assert.Equal(["2026-01-24T12:00:00.000Z now"], Read(log.Path));
        Assert.Equal(["2026-01-24T12:00:00.000Z before"], Read(log.Previous));
    }

    [Fact]
    public void Never_grows_without_end()
    {
        using var log = Log(maxBytes: 1_000);
        for (var i = 0; i < 1_000; i++)
        {
            log.Write($"line {i}");
        }

        Assert.InRange(new FileInfo(log.Path).Length, 0, 1_100);
        Assert.InRange(new FileInfo(log.Previous).Length, 1_000, 1_100);
        Assert.EndsWith("line 999", Read(log.Previous).Concat(Read(log.Path)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_once_that_lines_are_lost_and_goes_on()
    {
        using var said = new StringWriter();
        using var log = new LogFile(folder.Path, "silo-1", said, clock, maxBytes: 40);
        Directory.CreateDirectory(Path.Combine(log.Previous, "in the way"));
        for (var i = 0; i < 10; i++)
        {
            log.Write($"line {i}");
        }

        Assert.StartsWith($"Lines of {log.Path} are lost: ", said.ToString(), StringComparison.Ordinal);
        Assert.Single(said.ToString().TrimEnd().Split('\n'));
    }

    private LogFile Log(long maxBytes = 1 << 20) => new(folder.Path, "silo-1", TextWriter.Null, clock, maxBytes);

    private static string[] Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
