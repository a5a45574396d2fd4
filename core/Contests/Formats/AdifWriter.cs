using System.Buffers;
using System.Globalization;
using System.Text;

namespace OrleansContest.Contests.Formats;

/// <summary>Writes ADIF 3 as tagged text, UTF-8, lengths in bytes: an entry's every field, so that reading it again gives the same contact.</summary>
/// <remarks>
/// Source: ADIF 3.1. What ADIF has no field for stands in <c>APP_ORLEANSCONTEST_…</c> fields. Values are written as they are, line breaks
/// included: their length protects them, so no value ends a field or a record. An empty value is a field of length 0, nothing is no field.
/// </remarks>
public sealed class AdifWriter(IBufferWriter<byte> output) : ILogWriter
{
    private const string Version = "3.1.7";
    private const string Program = "Orleans.Contest";

    public void WriteBegin()
    {
        WriteText($"Log written by {Program}\r\n");
        WriteField("ADIF_VER", Version);
        WriteField("PROGRAMID", Program);
        WriteText("<EOH>\r\n");
    }

    public void Write(LogEntry entry)
    {
        WriteContact(entry);
        WriteExchange(entry);
        WriteStations(entry);
        WriteOurOwn(entry);
        WriteText("<EOR>\r\n");
    }

    /// <summary>Nothing: an ADIF file just ends.</summary>
    public void WriteEnd()
    {
    }

    private void WriteContact(LogEntry entry)
    {
        var (mode, submode) = Modes.ToAdif(entry.Mode);
        WriteField(AdifFields.Call, entry.Callsign);
        WriteField(AdifFields.Band, Bands.ToAdif(entry.Band));
        WriteField(AdifFields.Frequency, entry.Frequency);
        WriteField(AdifFields.Mode, mode);
        WriteField(AdifFields.Submode, submode);
        WriteField(AdifFields.Date, entry.QsoDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        WriteField(AdifFields.Time, entry.QsoTime.Replace(":", "", StringComparison.Ordinal));
    }

    private void WriteExchange(LogEntry entry)
    {
        WriteField(AdifFields.RstSent, entry.RstSent);
        WriteField(AdifFields.RstRcvd, entry.RstRcvd);
        WriteField(AdifFields.ExchangeSent, entry.ExchangeSent);
        WriteField(AdifFields.Exchange, entry.Exchange);
        WriteField(AdifFields.Power, entry.Power);
    }

    private void WriteStations(LogEntry entry)
    {
        WriteField(AdifFields.Operator, entry.OperatorCallsign);
        WriteField(AdifFields.Station, entry.StationId);
        WriteField(AdifFields.Name, entry.Name);
        WriteField(AdifFields.State, entry.State);
        WriteField(AdifFields.Grid, entry.Grid);
        WriteField(AdifFields.Notes, entry.Notes);
        WriteField(AdifFields.Contest, entry.ContestId);
    }

    private void WriteOurOwn(LogEntry entry)
    {
        WriteField(AdifFields.DedupeKey, entry.DedupeKey);
        WriteField(AdifFields.Club, entry.ClubId);
        WriteField(AdifFields.Transmitter, entry.Transmitter);
        WriteField(AdifFields.Source, entry.Source);
    }

    private void WriteField(string name, decimal? value) => WriteField(name, value is { } number ? LogText.Number(number) : null);

    private void WriteField(string name, string? value)
    {
        if (value is not null)
        {
            WriteText(string.Create(CultureInfo.InvariantCulture, $"<{name}:{Encoding.UTF8.GetByteCount(value)}>{value} "));
        }
    }

    private void WriteText(string text) => Encoding.UTF8.GetBytes(text, output);
}
