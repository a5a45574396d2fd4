using System.CommandLine;
using OrleansContest.LoadTest.Processes;
using OrleansContest.LoadTest.Report;
using OrleansContest.LoadTest.Runs;
using Spectre.Console;

namespace OrleansContest.LoadTest;

/// <summary><c>load</c>: puts load on a gateway, measures, and checks what everybody was told.</summary>
internal static class LoadCommand
{
    /// <summary>After Ctrl-C what was sent is still compared with what is.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    /// <returns>The process' exit code: <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, IAnsiConsole console, TextWriter errors)
    {
        var options = new LoadOptions();
        var root = new RootCommand("Put load on a running gateway: spectators and ingesters at a constant rate. What every spectator is told is checked.") { ShareCommand.Create() };
        foreach (var option in options.All)
        {
            root.Add(option);
        }

        root.SetAction((line, stop) => LoadAsync(options, line, console, errors, stop));
        var parsed = root.Parse(arguments);
        var settings = new InvocationConfiguration
        {
            Output = console.Profile.Out.Writer,
            Error = errors,
            ProcessTerminationTimeout = parsed.CommandResult.Command.Name == ShareCommand.Name ? null : patience,
        };
        var exitCode = await parsed.InvokeAsync(settings);
        return parsed.Errors.Count > 0 ? ExitCodes.CouldNotRun : exitCode;
    }

    private static async Task<int> LoadAsync(LoadOptions options, ParseResult line, IAnsiConsole console, TextWriter errors, CancellationToken stop)
    {
        try
        {
            var report = await RunAsync(options.PlanOf(line, Environment.GetEnvironmentVariable), console, stop);
            Summary.Write(console, report);
            if (options.Json(line) is { } file)
            {
                await JsonReport.WriteAsync(file.FullName, report);
            }

            return report.ExitCode;
        }
        catch (LoadException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return ExitCodes.CouldNotRun;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Ended before it began.");
            return ExitCodes.CouldNotRun;
        }
    }

    private static Task<RunReport> RunAsync(LoadPlan plan, IAnsiConsole console, CancellationToken stop) => console.Profile.Capabilities.Interactive
        ? console.Status().StartAsync("Preparing", status => new LoadRun(plan, new LiveView(status), TimeProvider.System).RunAsync(stop))
        : new LoadRun(plan, new PlainView(console.Profile.Out.Writer), TimeProvider.System).RunAsync(stop);
}
