using Spectre.Console;

namespace OrleansContest.Cli.Cluster;

/// <summary>Checks what can be checked before anything is started, and runs it.</summary>
internal static class ClusterStart
{
    private static readonly TimeSpan healthWithin = TimeSpan.FromSeconds(5);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ClusterPlan plan, CommandOutput output)
    {
        try
        {
            using var signals = StopSignals.OfThisProcess();
            return await RunAsync(plan, output, signals);
        }
        catch (ClusterException fault)
        {
            await output.Errors.WriteLineAsync(fault.Message);
            return ExitCodes.CouldNotRun;
        }
    }

    private static async Task<int> RunAsync(ClusterPlan plan, CommandOutput output, StopSignals signals)
    {
        CheckPostgres(plan.Postgres);
        var programs = new BuiltProgram(AppContext.BaseDirectory);
        MemberPlan[] silos = [.. plan.SiloPlans(programs.PathOf("Silo"))];
        MemberPlan[] gateways = [.. plan.GatewayPlans(programs.PathOf("Gateway"))];
        PortCheck.Run([.. silos, .. gateways]);

        using var http = new HttpClient { Timeout = healthWithin };
        var view = ViewOn(output.Console);
        using var run = new ClusterRun(Start, new HealthProbe(http), view, TimeProvider.System);
        return await view.WhileAsync(() => run.RunAsync(silos, gateways, () => ServingNotice.Of(plan, Environment.GetEnvironmentVariable), signals));

        IMemberProcess Start(MemberPlan member) =>
            MemberProcess.Start(member, plan.Postgres, new LogFile(plan.LogFolder, member.Name, output.Errors, TimeProvider.System));
    }

    private static void CheckPostgres(string postgres)
    {
        if (string.IsNullOrWhiteSpace(postgres))
        {
            throw new ClusterException(
                "A cluster meets in a PostgreSQL (15 or later): give its connection string with --postgres \"Host=…;Database=…;Username=…\", "
                + $"or in {ClusterCommand.PostgresVariable}. Without one, './contest up' serves everything from one process.");
        }
    }

    /// <summary>A terminal gets a table; a file or a pipe gets lines.</summary>
    private static IClusterView ViewOn(IAnsiConsole console) =>
        console.Profile is { Out.IsTerminal: true, Capabilities: { Ansi: true, Interactive: true } }
            ? new TableView(console, TimeProvider.System)
            : new PlainView(console.Profile.Out.Writer, TimeProvider.System);
}
