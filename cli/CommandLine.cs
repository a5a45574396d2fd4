using System.CommandLine;

namespace OrleansContest.Cli;

/// <summary>The commands of this program.</summary>
internal static class CommandLine
{
    /// <returns>The process' exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, CommandOutput output)
    {
        var line = new RootCommand("Tools for a running gateway.") { ImportCommand.Create(output) }.Parse(arguments);
        var settings = new InvocationConfiguration { Output = output.Console.Profile.Out.Writer, Error = output.Errors };
        var exitCode = await line.InvokeAsync(settings);
        return line.Errors.Count > 0 ? ExitCodes.CouldNotRun : exitCode;
    }
}
