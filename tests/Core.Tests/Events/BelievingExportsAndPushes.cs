using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>One run, of which exports and pushes say one thing after the other. A value never goes back to an older one.</summary>
public sealed class BelievingExportsAndPushes
{
    private const string Nothing = "-";

    /// <summary>
    /// <c>x</c> an export and <c>p</c> a push, with a time and a penalty, a status, or nothing; <c>x</c> alone is an export
    /// that does not have the start at all. What stands after the last of them, by strategy.
    /// </summary>
    [Theory]
    [InlineData("x:- p:90", "90", "90")]
    [InlineData("x:90 p:90+2", "90+2", "90+2")]
    [InlineData("x:- p:90 x:-", "90", "90")]
    [InlineData("x:- p:90 x", "90", "90")]
    [InlineData("x p:90 x", "90", "90")]
    [InlineData("x:- p:90 x:90", "90", "90")]
    [InlineData("x:- p:90 x:91", "91", "91")]
    [InlineData("x:90 p:91 x:90", "91", "90")]
    [InlineData("x:90 p:91 x:90 x:92", "92", "92")]
    [InlineData("x:90 p:91 x:91 x:90", "90", "90")]
    [InlineData("x:- p:90 p:90+2 x:90", "90+2", "90")]
    [InlineData("x:- p:90 p:90+2 x:90 x:90+2", "90+2", "90+2")]
    [InlineData("x:- p:90 p:90+2 p:90 x:90+2", "90", "90+2")]
    [InlineData("x:90 p:- x:90", Nothing, "90")]
    [InlineData("x:90 p:- x:-", Nothing, Nothing)]
    [InlineData("x:90 p:- x:- x:91", "91", "91")]
    [InlineData("x:90 p:DSQ x:90", "DSQ", "90")]
    [InlineData("x:90 p:DSQ x:DSQ", "DSQ", "DSQ")]
    [InlineData("x:- p:DNS x:- x:90", "90", "90")]
    [InlineData("x:90 p:91 p:90 x:91", "90", "91")]
    [InlineData("x:- p:90 x:90 x:-", Nothing, Nothing)]
    public void Whoever_spoke_last_is_believed_unless_it_is_known_to_be_old(string story, string pushWins, string xmlWins)
    {
        Assert.Equal(pushWins, Told(story, MergeStrategy.PushWins));
        Assert.Equal(xmlWins, Told(story, MergeStrategy.XmlWins));
    }

    [Fact]
    public void Remembers_as_many_corrections_as_anybody_makes()
    {
        var corrections = string.Join(' ', Enumerable.Range(0, 16).Select(n => $"p:{90 + n}"));
        Assert.Equal("105", Told($"x:- {corrections} x:90", MergeStrategy.PushWins));
    }

    [Fact]
    public void Gates_count_as_part_of_what_is_said()
    {
        var scenario = Given(Going(EventStatus.Running, Start(Final, 1)));
        scenario.When(Push(Report(Final, 1, 9_000, 200, new GateReport(1, 2), new(2, 0), new(3, 0)))).Accepts();
        scenario.When(Push(Report(Final, 1, 9_000, 200, new GateReport(1, 0), new(2, 2), new(3, 0)))).Accepts();

        scenario.When(Import(Export(Ran(Final, 1, 9_000, 200, "  2  0  0")))).Accepts();
        Assert.Equal([0, 2, 0], Gates(scenario));
        scenario.When(Import(Export(Ran(Final, 1, 9_000, 200, "  0  2  0")))).Accepts();
        Assert.Null(scenario.Live.Results.Find(Final, Id(1))!.Pushed);
        Assert.Equal([0, 2, 0], Gates(scenario));
    }

    [Fact]
    public void An_export_that_says_nothing_of_the_gates_does_not_take_them_away()
    {
        var scenario = Given([.. Going(EventStatus.Running, Start(Final, 1)), Push(Report(Final, 1, 9_000, 200, new GateReport(1, 2)))]);
        scenario.When(Import(Export(Ran(Final, 1, 9_000, 200) with { Gates = null }))).Accepts();

        Assert.Equal([2], Gates(scenario));
    }

    [Fact]
    public void The_start_list_is_the_exports_even_where_the_result_is_not()
    {
        var scenario = Given([.. Going(EventStatus.Running, Start(Final, 1)), Push(Report(Final, 1, 9_000))]);
        scenario.When(Import(Export(Start(Final, 1) with { Bib = 77, DtStart = "12:01:00.500" }))).Accepts();

        Assert.Equal((9_000, "12:01:00.500"), (scenario.Line(Final, 77).Total, scenario.Line(Final, 77, detailed: true).Detail!.DtStart));
    }

    [Fact]
    public void A_change_of_strategy_changes_nothing_until_the_next_export()
    {
        var scenario = Given([.. Going(EventStatus.Running, Ran(Final, 1, 9_000)), Push(Report(Final, 1, 9_100))]);
        scenario.When(new ConfigureEvent(Key, new(Strategy: MergeStrategy.XmlWins), Noon)).Accepts();
        Assert.Equal(9_100, scenario.Line(Final, 1).Total);
        scenario.When(Import(Export(Ran(Final, 1, 9_000)))).Accepts();
        Assert.Equal(9_000, scenario.Line(Final, 1).Total);
    }

    private static IEnumerable<int?> Gates(EventScenario scenario) => scenario.Line(Final, 1, detailed: true).Detail!.Gates!.Select(gate => gate.Penalty);

    private static string Told(string story, MergeStrategy strategy)
    {
        var begin = Created(EventStatus.Running);
        var scenario = Given([Create with { Draft = Draft with { Strategy = strategy } }, .. begin.Skip(1)]);
        foreach (var said in story.Split(' '))
        {
            var (source, what) = (said[0], said.Length > 1 ? said[2..] : null);
            scenario.When(source == 'x' ? Import(what is null ? Export() : Export(Exported(what))) : Push(Pushed(what!))).Accepts();
        }

        return scenario.Lines(Final) is [var line] ? Show(line) : Nothing;
    }

    private static ExportedResult Exported(string what)
    {
        var report = Pushed(what);
        return Start(Final, 1) with { Time = report.Time, Pen = report.Pen, Total = report.Total, Status = RunStatuses.Word(report.Status) };
    }

    private static ResultReport Pushed(string what)
    {
        var parts = what.Split('+');
        return int.TryParse(parts[0], out var seconds)
            ? Report(Final, 1, seconds * 100, parts.Length > 1 ? int.Parse(parts[1]) * 100 : 0)
            : Withdrawn(Final, 1) with { Status = RunStatuses.Read(what) };
    }

    private static string Show(PublicResult line) => line switch
    {
        { Status: { } status } => RunStatuses.Word(status)!,
        { Total: null } => Nothing,
        { Pen: > 0 } => $"{line.Time / 100}+{line.Pen / 100}",
        _ => $"{line.Time / 100}",
    };
}
