using Spectre.Console;

namespace OrleansContest.Cli;

/// <summary>Runs the command line as a person would, with a file in a folder of its own.</summary>
internal sealed class ImportScenario : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contest-cli-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public string Output => output.ToString();

    public string Errors => errors.ToString();

    public string FileOf(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<int> RunAsync(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        return CommandLine.RunAsync(arguments, new CommandOutput(console, errors));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
