using System.Collections.Concurrent;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Cli.Cluster;

public sealed class ShowingACluster : IHealthProbe
{
    private readonly ManualClock clock = new();
    private readonly StringWriter output = new() { NewLine = "\n" };

    [Fact]
    public async Task Writes_a_line_for_each_change_where_there_is_no_terminal()
    {
        var view = new PlainView(output, clock);
        await LoseTwoAsync(view);

        Assert.Equal(
            """
            12:00:00Z  silo-1      starting   process 1, log silo-1.log
            12:00:00Z  silo-2      starting   process 1, log silo-2.log
            12:00:00Z  silo-1      LOST       ended with exit code 1; it is not started again; see silo-1.log
              The last that silo-1 said:
                The PostgreSQL database cannot be reached.
            12:00:00Z  silo-2      LOST       ended with exit code 1; it is not started again; see silo-2.log
              silo-2 said the same.
            No silo is left.

            """,
            output.ToString());
    }

    [Fact]
    public async Task Draws_a_table_on_a_terminal_and_gives_the_reasons_below_it()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 120;
        await LoseTwoAsync(new TableView(console, clock));

        var text = output.ToString();
        Assert.Matches(@"silo-2\s+│ 1\s+│ LOST\s+│ 12:00:00Z │ ended with exit code 1; it is not started again; see silo-2.log", text);
        Assert.Contains("No silo is left.", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "  The last that silo-1 said:\n    The PostgreSQL database cannot be reached.\n  silo-2 said the same.\n", text, StringComparison.Ordinal);
    }

    public Task<string?> AskAsync(Uri address) => Task.FromResult<string?>("refused");

    private Task<int> LoseTwoAsync(IClusterView view) => view.WhileAsync(async () =>
    {
        FakeMember[] processes = [new("silo-1", Ignored), new("silo-2", Ignored)];
        foreach (var process in processes)
        {
            process.LastWords = ["The PostgreSQL database cannot be reached."];
        }

        Member[] members = [.. processes.Select(process => new Member(Plan(process), process, this, clock, view.Show))];
        foreach (var member in members)
        {
            view.Show(member);
        }

        foreach (var (process, member) in processes.Zip(members))
        {
            process.End(1);
            member.BeginWatching();
            await member.StopAsync(TimeSpan.Zero, CancellationToken.None);
        }

        view.Say("No silo is left.");
        return ExitCodes.NotAll;
    });

    private static ConcurrentQueue<string> Ignored => [];

    private static MemberPlan Plan(FakeMember process) =>
        new(Path.GetFileNameWithoutExtension(process.LogPath), "program.dll", 1, IsPublic: false) { Arguments = [] };
}
