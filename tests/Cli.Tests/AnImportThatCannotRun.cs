using System.Net;
using System.Net.Sockets;

namespace OrleansContest.Cli;

public sealed class AnImportThatCannotRun : IDisposable
{
    private readonly ImportScenario scenario = new();

    public void Dispose() => scenario.Dispose();

    [Fact]
    public async Task Says_how_to_create_the_contest_when_there_is_none()
    {
        await using var gateway = await ScriptedGateway.AnsweringAsync(404, """{"error":"Contest not found"}""");

        Assert.Equal(2, await ImportAsync(gateway.Address));
        Assert.Contains("There is no contest 'fd-26'", scenario.Errors, StringComparison.Ordinal);
        Assert.Contains($"curl -X POST {gateway.Address}api/contests", scenario.Errors, StringComparison.Ordinal);
        Assert.Contains("""{"id":"fd-26",""", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_a_key_when_the_contest_wants_one()
    {
        await using var gateway = await ScriptedGateway.AnsweringAsync(401, """{"error":"This contest wants a key"}""");

        Assert.Equal(2, await ImportAsync(gateway.Address));
        Assert.Contains("--key", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_on_what_the_gateway_says()
    {
        await using var gateway = await ScriptedGateway.AnsweringAsync(400, """{"error":"Not a log","details":["no ADIF","no Cabrillo"]}""");

        Assert.Equal(2, await ImportAsync(gateway.Address));
        Assert.Contains("Not a log: no ADIF; no Cabrillo", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_no_gateway_answers()
    {
        Assert.Equal(2, await ImportAsync(UnusedAddress()));
        Assert.Contains("Start one with './contest up'", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_another_server_is_no_gateway()
    {
        await using var other = await ScriptedGateway.AnsweringAsync(200, "<html>hello</html>");

        Assert.Equal(2, await ImportAsync(other.Address));
        Assert.Contains("is not a gateway of this project", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_it_may_be_run_again_when_the_connection_is_lost()
    {
        await using var gateway = await ScriptedGateway.BreakingOffAsync();

        Assert.Equal(2, await ImportAsync(gateway.Address));
        Assert.Contains("safe to run the same import again", scenario.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "--contest", "fd")]
    [InlineData("import", "there-is-no-such-file.adi", "--contest", "fd")]
    [InlineData("import", "--contest", "fd", "--station")]
    [InlineData("import", "--sation", "x")]
    [InlineData("improt")]
    public async Task Ends_with_2_when_the_command_line_is_wrong(params string[] arguments)
    {
        Assert.Equal(2, await scenario.RunAsync(arguments));
        Assert.NotEmpty(scenario.Errors);
    }

    [Fact]
    public async Task Refuses_an_address_that_is_none()
    {
        Assert.Equal(2, await scenario.RunAsync("import", scenario.FileOf("a.adi", "x"), "--contest", "fd", "--url", "localhost:8080"));
        Assert.Contains("'localhost:8080' is not the address of a gateway", scenario.Errors, StringComparison.Ordinal);
    }

    private Task<int> ImportAsync(Uri gateway) =>
        scenario.RunAsync("import", scenario.FileOf("a.adi", new string('x', 10_000_000)), "--contest", "fd-26", "--url", $"{gateway}");

    private static Uri UnusedAddress()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
    }
}
