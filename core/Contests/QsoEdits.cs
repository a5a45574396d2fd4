using System.Globalization;

namespace OrleansContest.Contests;

/// <summary>What an entry would be with some fields changed.</summary>
internal static class QsoEdits
{
    /// <summary>The entry as if it were reported anew with the edit's fields. Fields that are not a reporter's are ignored.</summary>
    public static QsoDraft Draft(LogEntry entry, QsoEdit edit)
    {
        var draft = AsReported(entry);
        if (edit.Values.Frequency is not null && edit.Fields.Contains("frequency") && !edit.Fields.Contains("band"))
        {
            draft = draft with { Band = null };
        }

        return edit.Fields.Aggregate(draft, (changed, field) => Set(changed, field, edit.Values));
    }

    /// <summary>Gives the changed entry what an edit does not touch.</summary>
    /// <remarks>A key that the sender chose stays; one made from the fields is made anew.</remarks>
    public static LogEntry Keep(LogEntry before, LogEntry read) => read with
    {
        DedupeKey = ContactKey.Of(before).ToString() == before.DedupeKey ? read.DedupeKey : before.DedupeKey,
        MergeStatus = before.MergeStatus,
        MergedIntoId = before.MergedIntoId,
    };

    private static QsoDraft AsReported(LogEntry entry) => new()
    {
        StationId = entry.StationId,
        ClubId = entry.ClubId,
        OperatorCallsign = entry.OperatorCallsign,
        Source = entry.Source,
        Callsign = entry.Callsign,
        Band = entry.Band,
        Mode = entry.Mode,
        Frequency = entry.Frequency,
        RstSent = entry.RstSent,
        RstRcvd = entry.RstRcvd,
        Exchange = entry.Exchange,
        ExchangeSent = entry.ExchangeSent,
        Power = entry.Power,
        QsoDate = entry.QsoDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        QsoTime = entry.QsoTime,
        Name = entry.Name,
        State = entry.State,
        Grid = entry.Grid,
        Notes = entry.Notes,
        Transmitter = entry.Transmitter,
    };

    private static QsoDraft Set(QsoDraft draft, string field, QsoDraft values) => field switch
    {
        "stationId" => draft with { StationId = values.StationId },
        "clubId" => draft with { ClubId = values.ClubId },
        "operatorCallsign" => draft with { OperatorCallsign = values.OperatorCallsign },
        "source" => draft with { Source = values.Source },
        "callsign" => draft with { Callsign = values.Callsign },
        "band" => draft with { Band = values.Band },
        "mode" => draft with { Mode = values.Mode },
        "frequency" => draft with { Frequency = values.Frequency },
        "rstSent" => draft with { RstSent = values.RstSent },
        "rstRcvd" => draft with { RstRcvd = values.RstRcvd },
        "exchange" => draft with { Exchange = values.Exchange },
        "exchangeSent" => draft with { ExchangeSent = values.ExchangeSent },
        "power" => draft with { Power = values.Power },
        "qsoDate" => draft with { QsoDate = values.QsoDate },
        "qsoTime" => draft with { QsoTime = values.QsoTime },
        "name" => draft with { Name = values.Name },
        "state" => draft with { State = values.State },
        "grid" => draft with { Grid = values.Grid },
        "notes" => draft with { Notes = values.Notes },
        "transmitter" => draft with { Transmitter = values.Transmitter },
        _ => draft,
    };
}
