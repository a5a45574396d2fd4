namespace OrleansContest.Contests.Formats;

/// <summary>Reads a QSO line: <c>QSO: 14200 PH 2018-12-01 1420 W200YARC 19 NY K4NYX 045 FL</c>. Source: Cabrillo 3.0, "QSO data"; 2.0 is the same.</summary>
internal static class CabrilloQso
{
    /// <summary>Frequency, mode, date, time, own call and the call worked.</summary>
    private const int FewestWords = 6;

    private const int MostWords = 64;

    private const int FixedWords = 5;

    /// <param name="line">The line.</param>
    /// <param name="station">The station that the file named; null to take the line's own.</param>
    internal static ImportRecord Read(CabrilloLine line, string? station)
    {
        var words = line.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < FewestWords or > MostWords)
        {
            return Wrong(line, $"A QSO line has {FewestWords} to {MostWords} words, frequency, mode, date, time, own call and the call worked among them; this one has {words.Length}.");
        }

        if (!CabrilloBands.TryRead(words[0], out var band, out var frequency))
        {
            return Wrong(line, $"{LogText.Quote(words[0])} is neither a frequency in kHz within a band nor a band.");
        }

        if (!Modes.TryNormalize(words[1], out var mode))
        {
            return Wrong(line, $"{LogText.Quote(words[1])} is not a mode.");
        }

        var contact = CabrilloContact.Read(words.AsSpan(FixedWords), words[4], Modes.ClassOf(mode));
        return contact is null
            ? Wrong(line, "No word behind the exchange sent is a callsign.")
            : new ImportRecord(line.Number, ToDraft(words, station, band, frequency, mode, contact), null);
    }

    private static QsoDraft ToDraft(string[] words, string? station, string band, decimal? frequency, string mode, CabrilloContact contact) => new()
    {
        StationId = station ?? words[4],
        Callsign = contact.Callsign,
        Band = band,
        Mode = mode,
        QsoDate = LogText.Date(words[2]),
        QsoTime = LogText.Time(words[3]),
        Frequency = frequency,
        Source = "cabrillo",
        RstSent = contact.RstSent,
        RstRcvd = contact.RstRcvd,
        ExchangeSent = contact.ExchangeSent,
        Exchange = contact.Exchange,
        Transmitter = contact.Transmitter,
    };

    private static ImportRecord Wrong(CabrilloLine line, string error) => new(line.Number, null, error);
}
