using System.Globalization;
using System.Xml.Linq;

namespace OrleansContest.Testing;

/// <summary>
/// Two real days as a venue sends them: boats on the course ten times a second, results as boats finish, some first without
/// their penalties, which are put right later, some withdrawn for a while, and now and then an export that is a little behind.
/// </summary>
public sealed class SlalomReplay
{
    /// <summary>After how many further boats forgotten penalties are put right.</summary>
    private const int CorrectedAfter = 5;

    /// <summary>How many boats an export is behind.</summary>
    private const int Behind = 3;

    private static readonly HashSet<string> outcome =
    [
        "Status", "dtStart", "dtFinish", "Time", "Gates", "Pen", "Total", "TotalBehind", "catTotalBehind", "Rnk", "RnkOrder", "CatRnk",
        "CatRnkOrder", "PrevTime", "PrevPen", "PrevTotal", "PrevRnk", "TotalTotal", "BetterRunNr",
    ];

    private readonly XDocument file;

    private SlalomReplay(XDocument file, int boats)
    {
        this.file = file;
        Boats =
        [
            .. Rows(file).Where(row => Field(row, "Total") is not null && Field(row, "Status") is null)
                .OrderBy(row => Field(row, "dtFinish"), StringComparer.Ordinal)
                .Take(boats)
                .Select(row => new ReplayedBoat(Field(row, "RaceId")!, Field(row, "Id")!, Number(row, "Bib"), Number(row, "Time") / 10, Number(row, "Pen") * 100)),
        ];
    }

    /// <summary>In the order in which they finish.</summary>
    public IReadOnlyList<ReplayedBoat> Boats { get; }

    /// <param name="boats">How many of them take part; there are 1,264.</param>
    public static async Task<SlalomReplay> LoadAsync(int boats = int.MaxValue)
    {
        await using var xml = SlalomExport.Open();
        return new(await XDocument.LoadAsync(xml, LoadOptions.PreserveWhitespace, default), boats);
    }

    /// <summary>Three looks at the course before a boat finishes: itself, and those behind it.</summary>
    public IEnumerable<string> OnCourse(int n)
    {
        for (var look = 1; look <= 3; look++)
        {
            var time = 100 * look;
            yield return string.Join(',', Boats.Skip(n).Take(3).Select((boat, i) => boat.OnCourse(i + 1, time)));
        }
    }

    /// <summary>What is said of results when a boat has finished, one push after another. What was said of each boat is kept with it.</summary>
    public IEnumerable<string> Results(int n)
    {
        yield return Boats[n].Say(Forgets(n) ? 0 : Boats[n].Pen);
        if (n % 23 == 0)
        {
            yield return Boats[n].Withdraw();
            yield return Boats[n].Say(Forgets(n) ? 0 : Boats[n].Pen);
        }

        if (Forgets(n - CorrectedAfter))
        {
            yield return Boats[n - CorrectedAfter].Say(Boats[n - CorrectedAfter].Pen);
        }
    }

    /// <summary>The export before anybody started.</summary>
    public string StartLists() => Export(0, 0);

    /// <summary>An export that comes when a boat has just finished, and is a little behind.</summary>
    /// <param name="n">The boat.</param>
    /// <param name="tellsUncorrected">Whether results are in it that have been put right since.</param>
    public string ExportAfter(int n, bool tellsUncorrected)
    {
        var finished = Math.Max(0, n + 1 - Behind);
        var right = Math.Max(0, finished - CorrectedAfter);
        return Export(tellsUncorrected ? finished : right, right);
    }

    /// <summary>The export at the end of the day: everything is right.</summary>
    public string LastExport()
    {
        foreach (var boat in Boats)
        {
            boat.Say(boat.Pen);
        }

        return Export(Boats.Count, Boats.Count);
    }

    /// <summary>Whether a boat's penalties are not told at first.</summary>
    private bool Forgets(int n) => n >= 0 && n % 4 == 1 && Boats[n].Pen > 0;

    /// <param name="finished">How many boats have a result.</param>
    /// <param name="right">How many of them have the right one, whatever was forgotten at first.</param>
    private string Export(int finished, int right)
    {
        var known = Boats.Take(finished).Index().ToDictionary(boat => (boat.Item.RaceId, boat.Item.ParticipantId), boat => boat.Index);
        var copy = new XDocument(file);
        foreach (var row in Rows(copy).ToList())
        {
            if (!known.TryGetValue((Field(row, "RaceId")!, Field(row, "Id")!), out var n))
            {
                row.Elements().Where(field => outcome.Contains(field.Name.LocalName)).Remove();
            }
            else if (n >= right && Forgets(n))
            {
                row.Element(row.Name.Namespace + "Pen")!.Value = "0";
                row.Element(row.Name.Namespace + "Total")!.Value = Field(row, "Time")!;
            }
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Rows(XDocument file) => file.Root!.Elements().Where(section => section.Name.LocalName == "Results");

    private static string? Field(XElement row, string name) =>
        row.Elements().FirstOrDefault(field => field.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static int Number(XElement row, string name) => int.Parse(Field(row, name) ?? "0", CultureInfo.InvariantCulture);
}
