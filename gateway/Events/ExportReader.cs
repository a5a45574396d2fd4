using System.Text;
using System.Xml;
using OrleansContest.Channels;
using OrleansContest.Events;

namespace OrleansContest.Gateway.Events;

/// <summary>Reads the XML that timing software exports, as a stream, into what the event takes over.</summary>
/// <remarks>
/// The root is <c>Canoe123Data</c>, of any namespace; its sections repeat as elements. What it does not know it passes over.
/// There is no DTD and nothing external, and everything is bounded before it is kept: the text, tags, names, depth, fields and
/// numbers of elements.
/// </remarks>
internal static class ExportReader
{
    private const string Root = "Canoe123Data";

    private static readonly HashSet<string> fields = new(StringComparer.Ordinal)
    {
        "EventId", "MainTitle", "SubTitle", "Location", "Country", "Facility", "StartDate", "EndDate", "CanoeDiscipline", "TimeMode",
        "ClassId", "Class", "LongTitle", "CatId", "Category", "FirstYear", "LastYear",
        "Id", "EventBib", "ICFId", "FamilyName", "GivenName", "NOC", "Club", "IsTeam", "Member1", "Member2", "Member3",
        "RaceId", "RaceOrder", "StartTime", "DisId", "StartInterval", "CourseNr", "RaceStatus",
        "StartOrder", "Bib", "Status", "dtStart", "dtFinish", "Time", "Gates", "Pen", "Total", "TotalBehind", "catTotalBehind", "Rnk", "CatRnk",
        "CourseConfig",
    };

    /// <param name="xml">UTF-8, or UTF-16 with its mark; read once.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <returns>The export, or a refusal that names the line.</returns>
    public static async Task<Outcome<EventExport>> ReadAsync(Stream xml, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(xml, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        return await ReadAsync(text, cancellationToken);
    }

    /// <inheritdoc cref="ReadAsync(Stream, CancellationToken)"/>
    public static async Task<Outcome<EventExport>> ReadAsync(TextReader xml, CancellationToken cancellationToken)
    {
        using var guard = new MarkupGuard(xml);
        using var reader = XmlReader.Create(guard, Settings());
        var cursor = new ExportCursor(reader, cancellationToken);
        try
        {
            return await ReadAsync(cursor);
        }
        catch (ExportFormatException fault)
        {
            return Refuse(fault.Line, fault.Message);
        }
        catch (XmlException fault)
        {
            return Refuse(fault.LineNumber > 0 ? fault.LineNumber : cursor.Line, ReasonOf(fault));
        }
        catch (DecoderFallbackException)
        {
            return Refuse(cursor.Line, "It is not UTF-8.");
        }
    }

    private static Refusal Refuse(int line, string reason) => EventRefusals.InvalidExport($"Line {line}: {reason}");

    /// <summary>The parser says where at the end of its message; we say it at the beginning.</summary>
    private static string ReasonOf(XmlException fault) =>
        fault.Message.Replace($" Line {fault.LineNumber}, position {fault.LinePosition}.", "", StringComparison.Ordinal);

    private static XmlReaderSettings Settings() => new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new BoundedNames(),
    };

    private static async Task<EventExport> ReadAsync(ExportCursor cursor)
    {
        var builder = new ExportBuilder();
        await cursor.EnterAsync(Root);
        while (await cursor.NextChildAsync(parent: 0))
        {
            await ReadSectionAsync(cursor, builder);
        }

        await cursor.LeaveAsync();
        return builder.Export;
    }

    private static async ValueTask ReadSectionAsync(ExportCursor cursor, ExportBuilder builder)
    {
        switch (cursor.Name)
        {
            case "Events":
                builder.AddEvent(await ReadFieldsAsync(cursor));
                break;
            case "Classes":
                var categories = new List<ExportFields>();
                builder.AddClass(await ReadFieldsAsync(cursor, categories), categories);
                break;
            case "Participants":
                builder.AddParticipant(await ReadFieldsAsync(cursor));
                break;
            case "Schedule":
                builder.AddRace(await ReadFieldsAsync(cursor));
                break;
            case "Results":
                builder.AddResult(await ReadFieldsAsync(cursor));
                break;
            case "CourseData":
                builder.AddCourse(await ReadFieldsAsync(cursor));
                break;
        }
    }

    /// <param name="cursor">At a section's element.</param>
    /// <param name="categories">Takes the age groups within it; null where there are none.</param>
    private static async ValueTask<ExportFields> ReadFieldsAsync(ExportCursor cursor, List<ExportFields>? categories = null)
    {
        var (read, depth) = (new ExportFields(cursor.Name, cursor.Line), cursor.Depth);
        while (await cursor.NextChildAsync(depth))
        {
            var name = cursor.Name;
            if (name == "Categories" && categories is not null)
            {
                categories.Add(await ReadFieldsAsync(cursor));
                ExportBuilder.RequireRoom(categories);
            }
            else if (fields.Contains(name))
            {
                var line = cursor.Line;
                read.Add(name, await cursor.TextAsync(), line);
            }
        }

        return read;
    }
}
