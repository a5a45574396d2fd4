using System.Globalization;
using Spectre.Console;

namespace OrleansContest.Cli;

/// <summary>Says what became of each file, and why records were not taken.</summary>
internal sealed class ImportReport(IAnsiConsole console)
{
    private const int MostRejectedShown = 100;

    private readonly List<(string File, ImportAnswer Answer)> files = [];

    public bool HasRejected => files.Any(file => file.Answer.RejectedCount > 0);

    public void Add(FileInfo file, ImportAnswer answer) => files.Add((file.Name, answer));

    public void Write()
    {
        if (files.Count == 0)
        {
            return;
        }

        var table = new Table().AddColumn("file");
        foreach (var name in (string[])["read", "logged", "deduped", "dupes", "rejected"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var (file, answer) in files)
        {
            long[] figures = [answer.Read, answer.Logged, answer.Deduped, answer.Dupes, answer.RejectedCount];
            table.AddRow([Markup.Escape(file), .. figures.Select(figure => figure.ToString("N0", CultureInfo.InvariantCulture))]);
        }

        console.Write(table);
        files.ForEach(file => WriteRejected(file.File, file.Answer));
    }

    private void WriteRejected(string file, ImportAnswer answer)
    {
        var lines = console.Profile.Out.Writer;
        foreach (var record in answer.Rejected.Take(MostRejectedShown))
        {
            lines.WriteLine($"{file}:{record.Line}: {record.Error}");
        }

        var more = answer.RejectedCount - Math.Min(answer.Rejected.Count, MostRejectedShown);
        if (more > 0)
        {
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {more:N0} more were rejected."));
        }
    }
}
