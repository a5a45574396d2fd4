using System.Text.RegularExpressions;

namespace OrleansContest.Contests.Formats;

/// <summary>The part of a QSO line that every contest fills in its own way: exchange sent, callsign worked, exchange received, transmitter.</summary>
/// <remarks>
/// No file says where the exchange sent ends. It ends before the word that is shaped like a callsign; where several are, before the one
/// that has as many words before it as after it (a last 0 or 1 may be the transmitter). First words are reports only if both sides begin
/// with a plausible one for the mode; <c>-</c> stands for what is not there. See docs/decisions/0010-reading-cabrillo-exchanges.md.
/// </remarks>
internal sealed partial record CabrilloContact(
    string? RstSent, string? ExchangeSent, string Callsign, string? RstRcvd, string? Exchange, int? Transmitter)
{
    internal const string Absent = "-";

    /// <param name="words">The words behind the station's own call.</param>
    /// <param name="own">The station's own call, which some contests repeat.</param>
    /// <param name="mode">What the reports look like.</param>
    /// <returns>Null where no word is shaped like a callsign.</returns>
    internal static CabrilloContact? Read(ReadOnlySpan<string> words, string own, ModeClass mode)
    {
        if (!TryBoundary(words, own, out var place, out var hasTransmitter))
        {
            return null;
        }

        var sent = words[..place];
        var received = words[(place + 1)..(hasTransmitter ? ^1 : ^0)];
        var reports = sent.Length > 0 && received.Length > 0 && IsReport(sent[0], mode) && IsReport(received[0], mode);
        return new CabrilloContact(
            reports ? OrAbsent(sent[0]) : null,
            Join(reports ? sent[1..] : sent),
            words[place],
            reports ? OrAbsent(received[0]) : null,
            Join(reports ? received[1..] : received),
            hasTransmitter ? words[^1][0] - '0' : null);
    }

    /// <summary>Which word is the callsign worked, and whether the last word is the transmitter's number.</summary>
    internal static bool TryBoundary(ReadOnlySpan<string> words, string own, out int place, out bool hasTransmitter)
    {
        var lastIsDigit = words.Length > 0 && IsTransmitter(words[^1]);
        (place, var best) = (-1, (Balance: int.MaxValue, IsOwn: true, IsGrid: true, Surplus: int.MaxValue));
        for (var i = 0; i < words.Length; i++)
        {
            if (!Callsigns.TryNormalize(words[i], out _))
            {
                continue;
            }

            var surplus = words.Length - 1 - i - i;
            var balance = surplus == 0 ? 0 : surplus == 1 && lastIsDigit ? 1 : 2;
            var rank = (Balance: balance, words[i] == own, Grids.TryNormalize(words[i], out _), Math.Abs(surplus));
            (place, best) = rank.CompareTo(best) < 0 ? (i, rank) : (place, best);
        }

        hasTransmitter = best.Balance == 1;
        return place >= 0;
    }

    /// <summary>Whether a first word may be a report: readability and strength, for all but voice with a tone, or dB; cut numbers are common.</summary>
    internal static bool IsReport(string word, ModeClass mode) =>
        word == Absent || (mode == ModeClass.Phone ? VoiceReport() : OtherReport()).IsMatch(word);

    internal static bool IsTransmitter(string word) => word is "0" or "1";

    private static string? OrAbsent(string word) => word == Absent ? null : word;

    private static string? Join(ReadOnlySpan<string> words)
    {
        while (words is [.., Absent])
        {
            words = words[..^1];
        }

        return LogText.OrNull(string.Join(' ', words!));
    }

    [GeneratedRegex(@"^[1-5][1-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex VoiceReport();

    [GeneratedRegex(@"^([1-5][1-9N][1-9N]|[+-][0-9]{1,2})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherReport();
}
