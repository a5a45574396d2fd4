using System.Globalization;
using System.Xml.Linq;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Events;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>A real export of two days: read by us and taken over by an event, and beside that its rows as the file has them.</summary>
internal sealed class RealExport
{
    private static readonly EventModel model = new();
    private static readonly Lazy<Task<RealExport>> shared = new(OpenAsync);

    private RealExport(EventExport export, XElement root)
    {
        Export = export;
        Sections = root.Elements().ToLookup(
            section => section.Name.LocalName,
            section => (IReadOnlyDictionary<string, string>)section.Elements().Where(field => !field.HasElements)
                .ToDictionary(field => field.Name.LocalName, field => field.Value));
    }

    public static DateTimeOffset Noon { get; } = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero);

    public EventExport Export { get; }

    /// <summary>Fields by name, of every section element, as another parser reads them.</summary>
    public ILookup<string, IReadOnlyDictionary<string, string>> Sections { get; }

    public static Task<RealExport> SharedAsync() => shared.Value;

    /// <summary>An event into which it was imported, and that runs.</summary>
    public RunningEvent Import(MergeStrategy strategy = MergeStrategy.PushWins)
    {
        var live = new RunningEvent(model);
        live.Do(new CreateEvent(new EventDraft("Spring Slalom", Strategy: strategy), new string('a', 64), Noon));
        live.Do(new ImportExport(Caller.Trusted, Export, Noon));
        live.Do(new ChangeStatus(Caller.Trusted, EventStatus.Startlist, Noon));
        live.Do(new ChangeStatus(Caller.Trusted, EventStatus.Running, Noon));
        return live;
    }

    /// <summary>A whole number of a row; null when the field is not there or empty.</summary>
    public static int? Number(IReadOnlyDictionary<string, string> row, string field) =>
        row.TryGetValue(field, out var text) && text.Trim().Length > 0 ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A text of a row; null when the field is not there or empty.</summary>
    public static string? Text(IReadOnlyDictionary<string, string> row, string field) =>
        row.TryGetValue(field, out var text) && text.Trim().Length > 0 ? text.Trim() : null;

    /// <summary>The file has milliseconds.</summary>
    public static int? Time(IReadOnlyDictionary<string, string> row, string field) => Number(row, field) / 10;

    /// <summary>The file has penalties in seconds.</summary>
    public static int? Pen(IReadOnlyDictionary<string, string> row, string field) => Number(row, field) * 100;

    private static async Task<RealExport> OpenAsync()
    {
        await using var xml = SlalomExport.Open();
        var outcome = await ExportReader.ReadAsync(xml, default);
        await using var again = SlalomExport.Open();
        return new RealExport(outcome.Value!, (await XDocument.LoadAsync(again, LoadOptions.PreserveWhitespace, default)).Root!);
    }
}
