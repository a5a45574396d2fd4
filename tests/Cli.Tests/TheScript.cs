using System.Diagnostics;
using System.Runtime.Versioning;

namespace OrleansContest.Cli;

[UnsupportedOSPlatform("windows")]
public sealed class TheScript : IDisposable
{
    private static readonly string[] tools = ["bash", "dirname", "basename", "cat", "grep", "mktemp", "rm"];

    private readonly DirectoryInfo programs = Directory.CreateTempSubdirectory("contest-script-");
    private string? withOrleans;

    public TheScript()
    {
        foreach (var tool in tools)
        {
            var found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(programs.FullName, tool), found);
        }
    }

    public void Dispose() => programs.Delete(recursive: true);

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("test", "--help")]
    public async Task Lists_its_commands(params string[] arguments)
    {
        var (exitCode, output, _) = await RunAsync(arguments);

        Assert.Equal(0, exitCode);
        Assert.All(["up ", "test ", "import ", "bench ", "help "], command => Assert.Contains($"\n  {command}", output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tset", "./contest test")]
    [InlineData("start", "./contest up")]
    [InlineData("imprt", "./contest import")]
    [InlineData("?", "./contest help")]
    public async Task Suggests_a_command_for_one_it_does_not_know(string command, string suggestion)
    {
        var (exitCode, _, errors) = await RunAsync(command);

        Assert.Equal(2, exitCode);
        Assert.Contains($"unknown command '{command}'. Did you mean '{suggestion}'?", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown option '--prot'", "up", "--prot", "80")]
    [InlineData("unknown option '--lnog'", "test", "--lnog")]
    [InlineData("'--silos' is for a cluster; say --cluster too", "up", "--silos", "3")]
    [InlineData("'--gateways' wants a value", "up", "--cluster", "--gateways")]
    [InlineData("a cluster meets in a PostgreSQL (15 or later); say --postgres", "up", "--cluster")]
    [InlineData("'--port' wants a value", "up", "--port")]
    [InlineData("'--postgres' wants a value", "up", "--postgres")]
    [InlineData("'--filter' wants a value", "test", "--filter")]
    [InlineData("'http' is not a port", "up", "--port", "http")]
    [InlineData("'65536' is not a port", "up", "--port", "65536")]
    public async Task Names_what_is_wrong_on_its_command_line(string reason, params string[] arguments)
    {
        var (exitCode, _, errors) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("test")]
    [InlineData("import")]
    public async Task Says_where_to_get_the_SDK_when_there_is_none(string command)
    {
        var (exitCode, _, errors) = await RunAsync(command);

        Assert.Equal(2, exitCode);
        Assert.Contains("the .NET SDK 10 is missing", errors, StringComparison.Ordinal);
        Assert.Contains("https://dot.net/download", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_a_cluster_on_with_its_connection_string_in_the_environment_only()
    {
        Put("dotnet", "case $1 in --version) echo 10.0.100 ;; build) ;; *) echo \"$@ with $Cluster__Postgres\" ;; esac");
        withOrleans = "true";

        var (exitCode, output, _) = await RunAsync(
            "up", "--cluster", "--postgres", "Host=h;Password=p", "--silos", "3", "--gateways", "1", "--port", "9000", "--data", "d", "--", "--A:B=c");

        Assert.Equal(0, exitCode);
        Assert.EndsWith(
            "OrleansContest.Cli.dll cluster --port 9000 --data d --silos 3 --gateways 1 -- --A:B=c with Host=h;Password=p\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_cluster_lacks_where_Orleans_is_left_out()
    {
        Put("dotnet", "echo 10.0.100");
        withOrleans = "false";

        var (exitCode, _, errors) = await RunAsync("up", "--cluster", "--postgres", "Host=h");

        Assert.Equal(2, exitCode);
        Assert.Contains("a cluster needs Orleans. Make a package source known", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_SDK_is_too_old()
    {
        Put("dotnet", "echo 8.0.404");

        var (exitCode, _, errors) = await RunAsync("up");

        Assert.Equal(2, exitCode);
        Assert.Contains("the .NET SDK here is 8.0.404; 10.0 or later is needed", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_runtime_from_an_SDK()
    {
        Put("dotnet", "exit 145");

        var (exitCode, _, errors) = await RunAsync("up");

        Assert.Equal(2, exitCode);
        Assert.Contains("'dotnet' is here, but no SDK", errors, StringComparison.Ordinal);
    }

    private void Put(string name, string script)
    {
        var path = Path.Combine(programs.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Runs it from another folder, on a machine that has only the tools above.</summary>
    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(programs.FullName, "bash"), [Script(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = programs.FullName,
        };
        start.Environment["PATH"] = programs.FullName;
        start.Environment["WithOrleans"] = withOrleans;
        start.Environment.Remove("Cluster__Postgres");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "contest")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No contest script above the test's own folder.");
        }

        return Path.Combine(folder.FullName, "contest");
    }
}
