using System.Net;
using System.Net.Sockets;
using OrleansContest.Testing;

namespace OrleansContest.Cli.Cluster;

public sealed class AClusterThatCannotStart : IDisposable
{
    private readonly ImportScenario line = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        line.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("'0' is no number for --silos: it goes from 1 to 16.", "--silos", "0")]
    [InlineData("'17' is no number for --silos: it goes from 1 to 16.", "--silos", "17")]
    [InlineData("'two' is no number for --gateways: it goes from 1 to 16.", "--gateways", "two")]
    [InlineData("'65530' is no number for --port: it goes from 1 to 65519.", "--port", "65530")]
    [InlineData("'65530' is no number for --silo-port: it goes from 1 to 65487.", "--silo-port", "65530")]
    [InlineData("'--silo=3' is neither an option nor a setting of the gateways", "--silo=3")]
    [InlineData("'3' is neither an option nor a setting of the gateways", "--", "3")]
    [InlineData("Required argument missing for option: '--data'", "--data")]
    [InlineData("A cluster meets in a PostgreSQL (15 or later): give its connection string with --postgres", "--postgres", " ")]
    public async Task Says_what_is_wrong_on_its_command_line(string reason, params string[] arguments)
    {
        Assert.Equal(ExitCodes.CouldNotRun, await line.RunAsync(["cluster", .. arguments]));

        Assert.Contains(reason, line.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "--port")]
    [InlineData(false, "--silo-port")]
    public void Names_the_port_that_is_taken_and_the_option_that_chooses_another(bool isGateway, string option)
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var error = Assert.Throws<ClusterException>(() => PortCheck.Run([Plan("x-1", port, isGateway)])).Message;

        Assert.StartsWith($"Port {port}, for x-1, is taken", error, StringComparison.Ordinal);
        Assert.EndsWith($"choose other ports with {option}.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_port_that_two_want()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var error = Assert.Throws<ClusterException>(() => PortCheck.Run([Plan("silo-1", port, false), Plan("gateway-1", port, true)])).Message;

        Assert.StartsWith($"Port {port} is wanted by silo-1 and by gateway-1.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_program_was_not_built() =>
        Assert.Contains("OrleansContest.Silo.dll is not there. Build it first", Assert.Throws<ClusterException>(() => Programs().PathOf("Silo")).Message, StringComparison.Ordinal);

    [Fact]
    public void Says_that_a_program_was_built_without_Orleans_and_how_to_get_it()
    {
        var built = Directory.CreateDirectory(Path.Combine(folder.Path, "Silo", "release"));
        File.Copy(typeof(ClusterRun).Assembly.Location, Path.Combine(built.FullName, "OrleansContest.Silo.dll"));

        var error = Assert.Throws<ClusterException>(() => Programs().PathOf("Silo")).Message;

        Assert.Contains("was built without Orleans", error, StringComparison.Ordinal);
        Assert.Contains("Make a package source known", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_no_logs_can_be_kept()
    {
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var error = Assert.Throws<ClusterException>(() => new LogFile(Path.Combine(file, "logs"), "silo-1", TextWriter.Null, TimeProvider.System)).Message;

        Assert.StartsWith($"No logs can be kept in {file}", error, StringComparison.Ordinal);
        Assert.EndsWith("Choose a folder that can be written (--data).", error, StringComparison.Ordinal);
    }

    private BuiltProgram Programs() => new(Path.Combine(folder.Path, "Cli", "release") + Path.DirectorySeparatorChar);

    private static MemberPlan Plan(string name, int port, bool isGateway) => new(name, "program.dll", port, isGateway) { Arguments = [] };
}
