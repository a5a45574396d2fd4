namespace OrleansContest.Contests.Formats;

/// <summary>The columns behind the station's own call, so filled that they are read as they were meant.</summary>
/// <remarks>
/// Of four ways to write them the first is taken that reads back whole: as they are; with <c>-</c> for the reports that were not
/// given, so that no exchange is taken for one; with <c>-</c> behind the shorter side, so that the call stands in the middle; with both.
/// The last serves also what cannot come back, such as a report that is none of its mode: the call is still found.
/// </remarks>
internal static class CabrilloColumns
{
    private static readonly (bool Reports, bool Even)[] ways = [(false, false), (true, false), (false, true), (true, true)];

    /// <param name="entry">The contact.</param>
    /// <param name="own">The station's own call as the line has it.</param>
    internal static string Of(LogEntry entry, string own)
    {
        var mode = Modes.ClassOf(entry.Mode);
        var meant = Meant(entry);
        var (sent, received) = ways
            .Where(way => way.Reports || meant is { RstSent: null, RstRcvd: null })
            .Select(way => Sides(meant, way.Reports, way.Even))
            .FirstOrDefault(sides => CabrilloContact.Read(Words(meant, sides), own, mode) == meant, Sides(meant, reports: true, even: true));
        return $"{Columns(sent)} {meant.Callsign,-13} {Columns(received)} {meant.Transmitter}".TrimEnd();
    }

    private static CabrilloContact Meant(LogEntry entry) => new(
        entry.RstSent is null ? null : CabrilloWriter.Word(entry.RstSent),
        LogText.OrNull(string.Join(' ', Words(entry.ExchangeSent))),
        CabrilloWriter.Word(entry.Callsign),
        entry.RstRcvd is null ? null : CabrilloWriter.Word(entry.RstRcvd),
        LogText.OrNull(string.Join(' ', Words(entry.Exchange))),
        entry.Transmitter);

    private static (string[] Sent, string[] Received) Sides(CabrilloContact contact, bool reports, bool even)
    {
        var sent = Side(reports, contact.RstSent, contact.ExchangeSent);
        var received = Side(reports, contact.RstRcvd, contact.Exchange);
        return even ? (Padded(sent, received.Length), Padded(received, sent.Length)) : (sent, received);
    }

    private static string[] Side(bool report, string? rst, string? exchange) =>
        report ? [rst ?? CabrilloContact.Absent, .. Words(exchange)] : Words(exchange);

    private static string[] Padded(string[] words, int count) =>
        [.. words, .. Enumerable.Repeat(CabrilloContact.Absent, Math.Max(0, count - words.Length))];

    private static string[] Words(CabrilloContact contact, (string[] Sent, string[] Received) sides)
    {
        string[] transmitter = contact.Transmitter is { } number ? [LogText.Number(number)] : [];
        return [.. sides.Sent, contact.Callsign, .. sides.Received, .. transmitter];
    }

    private static string[] Words(string? exchange) =>
        string.Concat((exchange ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The usual widths: three for a report or number, six for the rest of the exchange.</summary>
    private static string Columns(string[] words) => $"{words.FirstOrDefault(""),-3} {string.Join(' ', words.Skip(1)),-6}";
}
