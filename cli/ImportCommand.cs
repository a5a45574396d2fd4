using System.CommandLine;

namespace OrleansContest.Cli;

/// <summary><c>import FILE… --contest ID</c>: sends logs to a running gateway.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandOutput output)
    {
        var files = new Argument<FileInfo[]>("files") { Arity = ArgumentArity.OneOrMore, Description = "ADIF or Cabrillo files." }.AcceptExistingOnly();
        var contest = new Option<string>("--contest") { Required = true, HelpName = "ID", Description = "The contest that they go into." };
        var station = new Option<string?>("--station") { HelpName = "S", Description = "The station that logged them. Default: the one the file names." };
        var url = new Option<Uri>("--url")
        {
            HelpName = "URL",
            Description = "The gateway.",
            DefaultValueFactory = _ => new Uri("http://localhost:8080"),
            CustomParser = text => ParseUrl(text.Tokens[0].Value, text.AddError),
        };
        var key = new Option<string?>("--key")
        {
            HelpName = "KEY",
            Description = "An ingest key or the master key. Default: CONTEST_KEY, else the key that './contest up' made on this machine.",
        };
        var command = new Command("import", "Send ADIF or Cabrillo files to a running gateway.") { files, contest, station, url, key };
        command.SetAction((line, cancellationToken) =>
        {
            var target = new ImportTarget(line.GetValue(url)!, line.GetValue(contest)!, line.GetValue(station));
            return ImportRun.StartAsync(target, line.GetValue(key), line.GetValue(files)!, output, cancellationToken);
        });
        return command;
    }

    private static Uri? ParseUrl(string text, Action<string> addError)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        addError($"'{text}' is not the address of a gateway; it looks like http://localhost:8080.");
        return null;
    }
}
