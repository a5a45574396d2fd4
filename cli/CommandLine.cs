using System.CommandLine;
using OrleansContest.Cli.Cluster;

namespace OrleansContest.Cli;

/// <summary>The commands of this program.</summary>
internal static class CommandLine
{
    /// <returns>The process' exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, CommandOutput output)
    {
        var line = new RootCommand("Tools of Orleans.Contest.") { ImportCommand.Create(output), ClusterCommand.Create(output) }.Parse(arguments);
        var settings = new InvocationConfiguration { Output = output.Console.Profile.Out.Writer, Error = output.Errors };
        if (line.CommandResult.Command.Name == ClusterCommand.Name)
        {
            settings.ProcessTerminationTimeout = null; // It takes the signals itself, for it has others to stop, which takes a while.
        }

        var exitCode = await line.InvokeAsync(settings);
        return line.Errors.Count > 0 ? ExitCodes.CouldNotRun : exitCode;
    }
}
