using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Tests.Runs;

public sealed class KnowingTheMachinesLimits
{
    private const string limits = "Limit                     Soft Limit           Hard Limit           Units\nMax open files            1024                 20000                files\n";
    private const string ports = "32768\t60999\n";

    private readonly LoadPlan plan = new() { Url = new Uri("http://127.0.0.1:8080"), Ingesters = 16 };

    [Fact]
    public void Says_how_to_have_more_descriptors()
    {
        var said = Assert.Throws<LoadException>(() => MachineLimits.Check(plan with { Spectators = 25_000 }, limits, ports)).Message;

        Assert.Contains("ulimit -n 25266", said, StringComparison.Ordinal);
        Assert.Contains("--processes 2", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_to_have_more_ports()
    {
        var said = Assert.Throws<LoadException>(() => MachineLimits.Check(plan with { Spectators = 60_000, Processes = 4 }, limits, ports)).Message;

        Assert.Contains("--source-addresses 3", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_be_what_there_is_room_for()
    {
        MachineLimits.Check(plan with { Spectators = 60_000, Processes = 4, SourceAddresses = ["127.0.0.2", "127.0.0.3", "127.0.0.4"] }, limits, ports);
        MachineLimits.Check(plan with { Spectators = 9_000_000 }, "", "");
    }
}
