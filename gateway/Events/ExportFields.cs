using System.Globalization;

namespace OrleansContest.Gateway.Events;

/// <summary>The fields of one section element, by their names.</summary>
/// <param name="section">What the section is called.</param>
/// <param name="line">Where it begins.</param>
internal sealed class ExportFields(string section, int line)
{
    private readonly Dictionary<string, (string? Text, int Line)> fields = new(StringComparer.Ordinal);

    public int Line => line;

    public void Add(string name, string? text, int at)
    {
        if (!fields.TryAdd(name, (text, at)))
        {
            throw new ExportFormatException(at, $"{section} has two {name}.");
        }
    }

    /// <summary>The field as it is, blanks and all.</summary>
    public string? Raw(string name) => fields.GetValueOrDefault(name).Text;

    /// <returns>Null when there is no such field, or nothing in it.</returns>
    public string? Text(string name) => Raw(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <exception cref="ExportFormatException">There is none.</exception>
    public string Id(string name) => Text(name) ?? throw new ExportFormatException(line, $"{section} has no {name}.");

    /// <exception cref="ExportFormatException">There is something else.</exception>
    public int? Number(string name) => Read<int?>(
        name, "a number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public int RequiredNumber(string name) => Number(name) ?? throw new ExportFormatException(line, $"{section} has no {name}.");

    public bool Flag(string name) => Read<bool?>(name, "true or false", text => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    }) ?? false;

    /// <summary>A day: what comes before the time of day, as the venue counts days.</summary>
    public DateOnly? Day(string name) => Read<DateOnly?>(
        name, "a day", text => DateOnly.TryParseExact(text.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>A moment; one that names no offset is UTC.</summary>
    public DateTimeOffset? Moment(string name) => Read<DateTimeOffset?>(
        name,
        "a moment",
        text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null);

    private T? Read<T>(string name, string kind, Func<string, T?> read)
    {
        if (Text(name) is not { } text)
        {
            return default;
        }

        return read(text) ?? throw new ExportFormatException(fields[name].Line, $"{section}: {name} is not {kind}.");
    }
}
