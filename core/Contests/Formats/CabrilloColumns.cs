namespace OrleansContest.Contests.Formats;

/// <summary>The columns behind the station's own call, so filled that they are read as they were meant.</summary>
internal static class CabrilloColumns
{
    /// <param name="entry">The contact.</param>
    /// <param name="own">The station's own call as the line has it.</param>
    internal static string Of(LogEntry entry, string own)
    {
        var mode = Modes.ClassOf(entry.Mode);
        var (sent, received) = (Words(entry.ExchangeSent), Words(entry.Exchange));
        if (NeedsReports(entry, sent, received, mode))
        {
            sent.Insert(0, CabrilloWriter.Word(entry.RstSent));
            received.Insert(0, CabrilloWriter.Word(entry.RstRcvd));
        }

        if (!IsReadAs(sent, entry, received, own))
        {
            Pad(sent, received.Count);
            Pad(received, sent.Count);
        }

        return $"{Columns(sent)} {CabrilloWriter.Word(entry.Callsign),-13} {Columns(received)} {entry.Transmitter}".TrimEnd();
    }

    /// <summary>Reports stand on both sides or on neither; without any, an exchange that looks like one must not be taken for it.</summary>
    private static bool NeedsReports(LogEntry entry, List<string> sent, List<string> received, ModeClass mode) =>
        entry.RstSent is not null || entry.RstRcvd is not null
        || (sent.Count > 0 && received.Count > 0 && CabrilloContact.IsReport(sent[0], mode) && CabrilloContact.IsReport(received[0], mode));

    private static bool IsReadAs(List<string> sent, LogEntry entry, List<string> received, string own)
    {
        string[] transmitter = entry.Transmitter is { } number ? [LogText.Number(number)] : [];
        string[] words = [.. sent, CabrilloWriter.Word(entry.Callsign), .. received, .. transmitter];
        return CabrilloContact.TryBoundary(words, own, out var place, out var hasTransmitter)
            && place == sent.Count
            && hasTransmitter == transmitter.Length > 0;
    }

    private static void Pad(List<string> words, int count) =>
        words.AddRange(Enumerable.Repeat(CabrilloContact.Absent, Math.Max(0, count - words.Count)));

    private static List<string> Words(string? exchange) =>
        [.. new string([.. (exchange ?? "").Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The usual widths: three for a report or number, six for the rest of the exchange.</summary>
    private static string Columns(List<string> words) =>
        $"{words.FirstOrDefault(""),-3} {string.Join(' ', words.Skip(1)),-6}";
}
