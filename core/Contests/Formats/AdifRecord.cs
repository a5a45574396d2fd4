using System.Globalization;

namespace OrleansContest.Contests.Formats;

/// <summary>The fields of one ADIF record, and the contact they make.</summary>
internal sealed class AdifRecord
{
    private readonly Dictionary<string, string> fields = [];

    /// <summary>Where the record begins; 0 while nothing of it was seen.</summary>
    internal int Line { get; private set; }

    /// <summary>Bytes from its first field on.</summary>
    internal int Size { get; private set; }

    /// <summary>Whoever made the contact. Where STATION_CALLSIGN is missing, ADIF lets OPERATOR stand for it, then OWNER_CALLSIGN.</summary>
    internal string? Station => Text(AdifFields.Station) ?? Text(AdifFields.Operator) ?? Text(AdifFields.Owner);

    /// <summary>Whether it says nothing that is known to us.</summary>
    internal bool IsEmpty => fields.Values.All(string.IsNullOrEmpty);

    /// <summary>Takes a piece of the file that belongs to this record.</summary>
    internal void Add(AdifToken token, int line)
    {
        if (Line == 0 && token.Kind == AdifTokenKind.Noise)
        {
            return;
        }

        Line = Line == 0 ? line : Line;
        Size += token.Length;
        if (token.Kind == AdifTokenKind.Field && AdifFields.Read.Contains(token.Name))
        {
            fields[token.Name] = token.Value;
        }
    }

    internal void Clear()
    {
        fields.Clear();
        (Line, Size) = (0, 0);
    }

    internal ImportRecord ToImport()
    {
        if (!TryNumber(AdifFields.Frequency, out var frequency) || !TryNumber(AdifFields.Power, out var power))
        {
            var wrong = TryNumber(AdifFields.Frequency, out _) ? AdifFields.Power : AdifFields.Frequency;
            return new ImportRecord(Line, null, $"{wrong} {LogText.Quote(fields[wrong])} is not a number.");
        }

        return new ImportRecord(Line, ToDraft(frequency == 0 ? null : frequency, power), null);
    }

    private QsoDraft ToDraft(decimal? frequency, decimal? power) => new()
    {
        StationId = Station,
        Callsign = Text(AdifFields.Call),
        Band = Bands.TryNormalize(Text(AdifFields.Band), out var band) ? band : Text(AdifFields.Band),
        Mode = Modes.TryNormalize(Text(AdifFields.Submode), out var mode) || Modes.TryNormalize(Text(AdifFields.Mode), out mode)
            ? mode
            : Text(AdifFields.Mode),
        QsoDate = LogText.Date(Text(AdifFields.Date)),
        QsoTime = LogText.Time(Text(AdifFields.Time)),
        Frequency = frequency,
        ClubId = Text(AdifFields.Club),
        OperatorCallsign = Text(AdifFields.Operator),
        Source = Text(AdifFields.Source) ?? "adif",
        DedupeKey = Text(AdifFields.DedupeKey),
        RstSent = Said(AdifFields.RstSent),
        RstRcvd = Said(AdifFields.RstRcvd),
        Exchange = Said(AdifFields.Exchange) ?? Text(AdifFields.Serial) ?? ClassAndSection(),
        ExchangeSent = Said(AdifFields.ExchangeSent) ?? Text(AdifFields.SerialSent),
        Power = power,
        Name = Said(AdifFields.Name) ?? Text(AdifFields.NameIntl),
        State = Said(AdifFields.State),
        Grid = Text(AdifFields.Grid),
        Notes = Said(AdifFields.Notes) ?? Text(AdifFields.NotesIntl) ?? Text(AdifFields.Comment) ?? Text(AdifFields.CommentIntl),
        Transmitter = int.TryParse(Text(AdifFields.Transmitter), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    /// <summary>Field Day as programs export it that keep no exchange as such.</summary>
    private string? ClassAndSection() => LogText.OrNull($"{Text(AdifFields.Class)} {Text(AdifFields.Section)}");

    private string? Text(string field) => LogText.OrNull(fields.GetValueOrDefault(field));

    /// <summary>In a record of our own an empty field is the empty string, which is not nothing; other programs write it for nothing.</summary>
    private string? Said(string field) =>
        Text(field) ?? (fields.ContainsKey(AdifFields.DedupeKey) && fields.TryGetValue(field, out var said) && said.Length == 0 ? "" : null);

    /// <summary>Absent is fine and null; a power may carry its unit (<c>100W</c>).</summary>
    private bool TryNumber(string field, out decimal? number)
    {
        number = null;
        if (Text(field) is not { } text)
        {
            return true;
        }

        var digits = field == AdifFields.Power ? text.TrimEnd('W', 'w', ' ') : text;
        var read = LogText.TryNumber(digits, out var value);
        number = read ? value : null;
        return read;
    }
}
