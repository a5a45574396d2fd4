using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OrleansContest.Gateway;

namespace OrleansContest.Cli;

public sealed class ImportingIntoARealGateway : IAsyncLifetime
{
    private const string Key = "the master key of this test";

    private const string Log = """
        START-OF-LOG: 3.0
        CALLSIGN: W1AW
        CONTEST: CLUB-PARTY
        QSO: 14200 PH 2018-12-01 1420 W1AW          59 1      K4NYX         59 45
        QSO: 14200 PH 2018-12-01 1421 W1AW          59 2      K4NYX         59 46
        QSO: 14200 PH 2018-13-01 1424 W1AW          59 3      W4SGB         59 60
        END-OF-LOG:
        """;

    private readonly ImportScenario scenario = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contest-cli-gateway-");
    private WebApplication gateway = null!;

    private string Address => gateway.Urls.Single();

    public async Task InitializeAsync()
    {
        gateway = GatewayApp.Build(
            ["--address=127.0.0.1", "--port=0", $"--data={folder.FullName}", $"--Security:MasterKey={Key}"],
            builder => builder.Logging.ClearProviders());
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        http.DefaultRequestHeaders.Add("X-Master-Key", Key);
        using var created = await http.PostAsJsonAsync("/api/contests", new { id = "fd", name = "Field Day" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    public async Task DisposeAsync()
    {
        await gateway.StopAsync();
        await gateway.DisposeAsync();
        folder.Delete(recursive: true);
        scenario.Dispose();
    }

    [Fact]
    public async Task Says_what_became_of_each_record_and_the_second_time_that_all_were_there()
    {
        Assert.Equal(1, await ImportAsync("fd", Key));
        Assert.Matches(@"club\.cbr\W+3\W+2\W+0\W+1\W+1\W", scenario.Output);
        Assert.Contains("club.cbr:6: ", scenario.Output, StringComparison.Ordinal);

        Assert.Equal(1, await ImportAsync("fd", Key));
        Assert.Matches(@"club\.cbr\W+3\W+0\W+2\W+0\W+1\W", scenario.Output);
    }

    [Fact]
    public async Task Says_how_to_create_a_contest_that_is_not_there()
    {
        Assert.Equal(2, await ImportAsync("fd-27", Key));
        Assert.Contains("There is no contest 'fd-27'", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_a_key_where_the_one_shown_opens_nothing()
    {
        Assert.Equal(2, await ImportAsync("fd", "wrong"));
        Assert.Contains("--key", scenario.Errors, StringComparison.Ordinal);
    }

    private Task<int> ImportAsync(string contest, string key) =>
        scenario.RunAsync("import", scenario.FileOf("club.cbr", Log), "--contest", contest, "--url", Address, "--key", key);
}
