using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OrleansContest.Cli.Cluster;

/// <summary><c>cluster --postgres "…"</c>: runs silos and gateways on this machine until it is asked to stop.</summary>
internal static partial class ClusterCommand
{
    public const string Name = "cluster";

    /// <summary>The setting that silos and gateways read, as an environment variable.</summary>
    public const string PostgresVariable = "Cluster__Postgres";

    public static Command Create(CommandOutput output)
    {
        var postgres = new Option<string?>("--postgres")
        {
            HelpName = "\"…\"",
            Description = $"Connection string of the cluster's PostgreSQL. Default: {PostgresVariable} of the environment, which nobody else sees.",
        };
        var silos = Number("--silos", "Silos, which host the channels.", otherwise: 2, 1, ClusterPlan.MostOfAKind);
        var gateways = Number("--gateways", "Gateways, which serve clients.", otherwise: 2, 1, ClusterPlan.MostOfAKind);
        var port = Number("--port", "Where the first gateway listens; the others take the next ports.", otherwise: 8080, 1, 65_535 - ClusterPlan.MostOfAKind);
        var siloPort = Number(
            "--silo-port", "The first of three ports for each silo, on 127.0.0.1.", otherwise: 11_111, 1, 65_535 - ClusterPlan.PortsOfASilo * ClusterPlan.MostOfAKind);
        var data = new Option<string>("--data")
        {
            HelpName = "DIR",
            Description = "Where keys and logs are kept. Default: CONTEST_DATA, else data.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CONTEST_DATA") ?? "data",
        };
        var settings = new Argument<string[]>("settings") { Description = "Behind --: any other setting of the gateways, as --Section:Key=value." };
        settings.Validators.Add(CheckSettings);
        var command = new Command(Name, "Run a cluster on this machine: silos and gateways.") { postgres, silos, gateways, port, siloPort, data, settings };
        command.SetAction(line => ClusterStart.RunAsync(
            new ClusterPlan(
                line.GetValue(postgres) ?? Environment.GetEnvironmentVariable(PostgresVariable) ?? "",
                line.GetValue(silos), line.GetValue(gateways), line.GetValue(port), line.GetValue(siloPort),
                Path.GetFullPath(line.GetValue(data)!), line.GetValue(settings) ?? []),
            output));
        return command;
    }

    /// <summary>A misspelt option would be taken for one.</summary>
    private static void CheckSettings(ArgumentResult given)
    {
        foreach (var word in given.Tokens.Select(token => token.Value).Where(word => !Setting().IsMatch(word)))
        {
            given.AddError($"'{word}' is neither an option nor a setting of the gateways, which looks like --Section:Key=value.");
        }
    }

    private static Option<int> Number(string name, string description, int otherwise, int least, int most) => new(name)
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = text => Parse(text, name, least, most),
    };

    private static int Parse(ArgumentResult text, string name, int least, int most)
    {
        var given = text.Tokens[0].Value;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        text.AddError($"'{given}' is no number for {name}: it goes from {least} to {most}.");
        return least;
    }

    [GeneratedRegex("^--[^:=]+:[^=]+=")]
    private static partial Regex Setting();
}
