using System.Diagnostics;
using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.LoadTest.Tests.Runs;

public sealed class RunningTheProgram(LoadedGateway gateway) : IClassFixture<LoadedGateway>
{
    /// <summary>Tests may be run by a shell's background job, which ignores interrupts, and so would whatever it starts.</summary>
    private static readonly string[] heedsInterrupts = ["env", "--default-signal=INT"];

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Shares_the_work_among_processes_and_source_addresses()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "figures.json");
        string[] sources = OperatingSystem.IsLinux() ? ["--source-addresses", "2"] : [];

        var (exitCode, output, errors) = await RunAsync(
            ["--url", gateway.Address.ToString(), "--processes", "2", "--spectators", "41", "--ingesters", "3", "--rate", "60", "--duration", "1s", "--json", file, .. sources]);

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("True: 41 spectators have the state that is, and each of 60 acknowledged ingests counts once.", output, StringComparison.Ordinal);
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.True(figures.RootElement.GetProperty("isTrue").GetBoolean());
        Assert.Equal(41 * 60, figures.RootElement.GetProperty("seen").GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task Ends_with_1_and_the_offending_message_when_it_was_lied_to()
    {
        await using var server = await LyingServer.StartAsync(Lie.DropsAnUpdate);

        var (exitCode, output, errors) = await RunAsync("--url", server.Address.ToString(), "--spectators", "3", "--ingesters", "1", "--rate", "50", "--duration", "500ms", "--return-within", "10ms", "--compress");

        Assert.True(exitCode == 1, output + errors);
        Assert.Contains("hole: 7 after one:5; 1 missing", output, StringComparison.Ordinal);
        Assert.Contains("message: {\"type\":\"aggregate:updated\"", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was compressed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No gateway answers at", "--url", "http://127.0.0.1:1")]
    [InlineData("'much' is no share", "--slow", "much")]
    [InlineData("'5x' is no time", "--duration", "5x")]
    [InlineData("'ftp://x' is not the address", "--url", "ftp://x")]
    [InlineData("none of contest, event, match, pileup, quiz", "--kind", "tennis")]
    [InlineData("cannot be watched by 'sse'", "--dialect", "sse")]
    [InlineData("takes 200 ingesters at most", "--kind", "event", "--ingesters", "201")]
    [InlineData("--rate is not for quizzes: say --participants, --questions and --question-time", "--kind", "quiz", "--rate", "5")]
    [InlineData("whole seconds", "--kind", "quiz", "--question-time", "1500ms")]
    [InlineData("plain HTTP only", "--url", "https://127.0.0.1")]
    public async Task Says_what_keeps_it_from_running(string said, params string[] line)
    {
        var (exitCode, _, errors) = await RunAsync(line);

        Assert.Equal(2, exitCode);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Sums_up_what_there_is_when_it_is_interrupted()
    {
        using var process = Start(["--url", gateway.Address.ToString(), "--processes", "2", "--spectators", "10", "--rate", "50", "--duration", "10m"], heedsInterrupts);
        var errors = process.StandardError.ReadToEndAsync();
        var output = "";
        while (!output.Contains("Running ", StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync().WaitAsync(patience) is { } line)
        {
            output += line + "\n";
        }

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        output += await process.StandardOutput.ReadToEndAsync().WaitAsync(patience);
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Contains("ended early", output, StringComparison.Ordinal);
        Assert.Contains("True: 10 spectators", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] line)
    {
        using var process = Start(line);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAll(output, errors).WaitAsync(patience);
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(string[] line, params string[] by)
    {
        string[] command = [.. by, "dotnet", ContestProcess.PathOf("LoadTest"), .. line];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CONTEST_KEY"] = ContestProcess.MasterKey;
        return Process.Start(start)!;
    }
}
