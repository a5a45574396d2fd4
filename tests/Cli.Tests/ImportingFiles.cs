using System.Text;
using Microsoft.AspNetCore.Http;

namespace OrleansContest.Cli;

public sealed class ImportingFiles : IDisposable
{
    private const string AllFine = """{"read":1200,"logged":1100,"deduped":100,"dupes":7,"rejected":[],"rejectedCount":0}""";

    private readonly ImportScenario scenario = new();

    public void Dispose() => scenario.Dispose();

    [Fact]
    public async Task Sends_the_whole_file_and_shows_what_became_of_it()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20_000).Select(number => $"QSO: {number}"));
        byte[] received = [];
        await using var gateway = await ScriptedGateway.AnsweringAsync(200, AllFine, (_, body) => received = body);

        var exitCode = await scenario.RunAsync("import", scenario.FileOf("club.cbr", text), "--contest", "fd-26", "--url", $"{gateway.Address}");

        Assert.Equal(0, exitCode);
        Assert.Equal(text, Encoding.UTF8.GetString(received));
        Assert.Matches(@"club\.cbr\W+1,200\W+1,100\W+100\W+7\W+0\W", scenario.Output);
        Assert.Contains("club.cbr: 100 % of", scenario.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_contest_the_station_and_the_key()
    {
        var seen = "";
        await using var gateway = await ScriptedGateway.AnsweringAsync(200, AllFine, (request, _) => seen = Describe(request));

        await scenario.RunAsync(
            "import", scenario.FileOf("a.adi", "<eor>"), "--contest", "fd 26", "--station", "K1/ABC", "--url", $"{gateway.Address}", "--key", "s3cret");

        Assert.Equal("contest=fd 26 station=K1/ABC key=s3cret master=s3cret", seen);
    }

    [Fact]
    public async Task Takes_several_files_in_one_run()
    {
        await using var gateway = await ScriptedGateway.AnsweringAsync(200, AllFine);

        var exitCode = await scenario.RunAsync(
            "import", scenario.FileOf("one.adi", "1"), scenario.FileOf("two.adi", "2"), "--contest", "fd", "--url", $"{gateway.Address}");

        Assert.Equal(0, exitCode);
        Assert.Contains("one.adi", scenario.Output, StringComparison.Ordinal);
        Assert.Contains("two.adi", scenario.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_1_and_says_why_records_were_rejected()
    {
        const string answer = """{"read":2,"logged":1,"deduped":0,"dupes":0,"rejected":[{"line":17,"error":"band [x] is no band"}],"rejectedCount":1}""";
        await using var gateway = await ScriptedGateway.AnsweringAsync(200, answer);

        var exitCode = await scenario.RunAsync("import", scenario.FileOf("a.cbr", "x"), "--contest", "fd", "--url", $"{gateway.Address}");

        Assert.Equal(1, exitCode);
        Assert.Contains("a.cbr:17: band [x] is no band", scenario.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_hundred_rejected_records_and_counts_the_rest()
    {
        var rejected = string.Join(',', Enumerable.Range(1, 250).Select(line => $$"""{"line":{{line}},"error":"no"}"""));
        await using var gateway = await ScriptedGateway.AnsweringAsync(
            200, $$"""{"read":5250,"logged":0,"deduped":0,"dupes":0,"rejected":[{{rejected}}],"rejectedCount":5250}""");

        await scenario.RunAsync("import", scenario.FileOf("a.cbr", "x"), "--contest", "fd", "--url", $"{gateway.Address}");

        Assert.Contains("a.cbr:100: no", scenario.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a.cbr:101: no", scenario.Output, StringComparison.Ordinal);
        Assert.Contains("5,150 more were rejected", scenario.Output, StringComparison.Ordinal);
    }

    private static string Describe(HttpRequest request) =>
        $"contest={request.Query["contestId"]} station={request.Query["stationId"]} "
        + $"key={request.Headers["X-API-Key"]} master={request.Headers["X-Master-Key"]}";
}
