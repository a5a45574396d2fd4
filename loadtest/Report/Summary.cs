using System.Globalization;
using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Runs;
using Spectre.Console;

namespace OrleansContest.LoadTest.Report;

/// <summary>Shows what came of a run.</summary>
internal static class Summary
{
    private static readonly double[] shares = [0.5, 0.9, 0.99, 0.999, 0.9999];

    private const int leastWidth = 120;

    public static void Write(IAnsiConsole console, RunReport report)
    {
        console.Profile.Width = console.Profile.Capabilities.Interactive ? console.Profile.Width : Math.Max(leastWidth, console.Profile.Width);
        WriteCounts(console, report);
        WriteLatencies(console, report);
        foreach (var (what, count) in report.Figures.Failures.OrderByDescending(one => one.Value))
        {
            console.Profile.Out.Writer.WriteLine(Text($"{count:N0} × {what}"));
        }

        if (report.Plan.Compress && report.Figures.Compressed == 0)
        {
            console.Profile.Out.Writer.WriteLine("Nothing was compressed: no connection was agreed on permessage-deflate.");
        }

        console.Profile.Out.Writer.WriteLine(Verdict(report));
    }

    private static void WriteCounts(IAnsiConsole console, RunReport report)
    {
        var (figures, plan) = (report.Figures, report.Plan);
        var seconds = Math.Max(1e-9, report.Running?.TotalSeconds ?? 0);
        var table = new Table().AddColumns(new TableColumn($"{plan.Kind} at {plan.Url}"), new TableColumn("").RightAligned());
        table.AddRow("spectators, ready of wanted", Text($"{figures.Ready:N0} / {figures.Spectators:N0}"));
        if (report.Connecting is { } connecting)
        {
            table.AddRow("connected a second", Text($"{figures.Ready / Math.Max(1e-9, connecting.TotalSeconds):N0}"));
        }

        table.AddRow("ingests, acknowledged of sent", Text($"{figures.Acknowledged:N0} / {figures.Sent:N0}"));
        table.AddRow("sent again, unknown in the end", Text($"{figures.Retries:N0}, {figures.Unknown:N0}"));
        table.AddRow("ran for", Text($"{seconds:N1} s{(report.IsWhole ? "" : ", ended early")}"));
        table.AddRow("messages a second", Text($"{report.Messages / seconds:N0}"));
        table.AddRow("bytes a spectator and second", Text($"{report.Bytes / seconds / Math.Max(1, figures.Spectators):N0}"));
        table.AddRow("came back", Text($"{figures.Returns:N0}"));
        table.AddRow("this tool: processors, memory", Text($"{report.ProcessorShare:N2}, {figures.Memory / 1e6:N0} MB"));
        console.Write(table);
    }

    private static void WriteLatencies(IAnsiConsole console, RunReport report)
    {
        var table = new Table().AddColumns(
            [new TableColumn("from due, ms"), .. ((string[])["count", "p50", "p90", "p99", "p99.9", "p99.99", "max"]).Select(name => new TableColumn(name).RightAligned())]);
        AddRow(table, "until seen", report.Seen);
        AddRow(table, "until acknowledged", report.Acknowledged);
        AddRow(table, "until connected", report.Connected);
        AddRow(table, "until back again", report.Returned);
        console.Write(table);
    }

    private static void AddRow(Table table, string what, LatencyHistogram latencies)
    {
        if (latencies.Count > 0)
        {
            table.AddRow([what, Text($"{latencies.Count:N0}"), .. shares.Select(share => Milliseconds(latencies.Percentile(share))), Milliseconds(latencies.Max)]);
        }
    }

    private static string Verdict(RunReport report) => report switch
    {
        { Figures.Breaches: { Count: > 0 and var count, First: var first } } => Text($"BROKEN, {count:N0} times. The first:{Environment.NewLine}  {first}"),
        { IsAudited: false } => "Not compared with the truth: it was ended before.",
        _ => Text($"True: {report.Figures.Audited:N0} spectators have the state that is, and each of {report.Figures.Acknowledged:N0} acknowledged ingests counts once."),
    };

    private static string Milliseconds(TimeSpan time) => Text($"{time.TotalMilliseconds:N1}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
