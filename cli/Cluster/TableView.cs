using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OrleansContest.Cli.Cluster;

/// <summary>A table on a terminal, redrawn whenever something has changed.</summary>
internal sealed class TableView(IAnsiConsole console, TimeProvider clock) : IClusterView
{
    private readonly Dictionary<Member, string> changes = [];
    private readonly List<string> sentences = [];
    private LiveDisplayContext? display;

    public async Task<int> WhileAsync(Func<Task<int>> work)
    {
        var exitCode = await console.Live(Picture()).StartAsync(context =>
        {
            display = context;
            return work();
        });
        var lastWords = new LastWords(console.Profile.Out.Writer);
        foreach (var lost in changes.Keys.Where(member => member.SaysWhy))
        {
            lastWords.Write(lost);
        }

        return exitCode;
    }

    public void Show(Member member)
    {
        changes[member] = clock.GetUtcNow().ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        display?.UpdateTarget(Picture());
    }

    public void Say(string sentence)
    {
        sentences.Add(sentence);
        display?.UpdateTarget(Picture());
    }

    private Rows Picture()
    {
        var table = new Table().AddColumns("process", "id", "health", "since", "");
        foreach (var (member, since) in changes)
        {
            table.AddRow(
                new Text(member.Plan.Name),
                new Text(member.Process.Id.ToString(CultureInfo.InvariantCulture)),
                new Text(MemberText.Health(member.State), StyleOf(member.State.Health)),
                new Text(since),
                new Text(MemberText.Detail(member)));
        }

        return new Rows([table, .. sentences.Select(sentence => (IRenderable)new Text(sentence))]);
    }

    private static Style StyleOf(MemberHealth health) => new(health switch
    {
        MemberHealth.Healthy => Color.Green,
        MemberHealth.Unhealthy or MemberHealth.Lost => Color.Red,
        _ => Color.Default,
    });
}
