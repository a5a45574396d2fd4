using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Contests;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Core.Tests.Contests.Formats;

public sealed class AdifRoundTripTests
{
    [Fact]
    public async Task A_file_has_its_header_and_a_record_for_each_entry()
    {
        var draft = Assert.Single((await LogFile.ReadAsync("QSO: 14205 PH 2018-12-01 1420 W200YARC 59 19 K4NYX 57 45\n")).Drafts);
        var entry = LogEntries.Any.Generator.Sample(1).Single() with
        {
            StationId = "W200YARC",
            ContestId = "party",
            DedupeKey = "k|1",
            Source = "api",
            ClubId = null,
            OperatorCallsign = "K1AA",
            Callsign = draft.Callsign!,
            Band = draft.Band!,
            Mode = "USB",
            Frequency = draft.Frequency,
            QsoDate = new DateOnly(2018, 12, 1),
            QsoTime = "14:20",
            RstSent = draft.RstSent,
            RstRcvd = draft.RstRcvd,
            ExchangeSent = draft.ExchangeSent,
            Exchange = draft.Exchange,
            Power = 100,
            Name = "Zoë",
            State = "FL",
            Grid = "EL96",
            Notes = null,
            Transmitter = 1,
        };

        Assert.Equal(
            "Log written by Orleans.Contest\r\n<ADIF_VER:5>3.1.7 <PROGRAMID:15>Orleans.Contest <EOH>\r\n"
            + "<CALL:5>K4NYX <BAND:3>20m <FREQ:6>14.205 <MODE:3>SSB <SUBMODE:3>USB <QSO_DATE:8>20181201 <TIME_ON:4>1420 "
            + "<RST_SENT:2>59 <RST_RCVD:2>57 <STX_STRING:2>19 <SRX_STRING:2>45 <TX_PWR:3>100 <OPERATOR:4>K1AA <STATION_CALLSIGN:8>W200YARC "
            + "<NAME:4>Zoë <STATE:2>FL <GRIDSQUARE:4>EL96 <CONTEST_ID:5>party <APP_ORLEANSCONTEST_DEDUPEKEY:3>k|1 "
            + "<APP_ORLEANSCONTEST_TRANSMITTER:1>1 <APP_ORLEANSCONTEST_SOURCE:3>api <EOR>\r\n",
            LogEntries.Written(output => new AdifWriter(output), entry));
    }

    [Fact]
    public void Whatever_an_entry_holds_comes_back_in_every_field() =>
        Prop.ForAll(LogEntries.Any, LogEntries.Any, IsReadAsWrittenAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static async Task IsReadAsWrittenAsync(LogEntry first, LogEntry second)
    {
        var text = LogEntries.Written(output => new AdifWriter(output), first, second);

        var file = await LogFile.ReadAsync(new DribblingStream(Encoding.UTF8.GetBytes(text), 100));

        Assert.Equal([Draft(first), Draft(second)], file.Drafts);
        Assert.Empty(file.Errors);
    }

    private static QsoDraft Draft(LogEntry entry) => new()
    {
        StationId = entry.StationId,
        Callsign = entry.Callsign,
        Band = entry.Band,
        Mode = entry.Mode,
        QsoDate = entry.QsoDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        QsoTime = entry.QsoTime,
        Frequency = entry.Frequency,
        ClubId = entry.ClubId,
        OperatorCallsign = entry.OperatorCallsign,
        Source = entry.Source,
        DedupeKey = entry.DedupeKey,
        RstSent = entry.RstSent,
        RstRcvd = entry.RstRcvd,
        Exchange = entry.Exchange,
        ExchangeSent = entry.ExchangeSent,
        Power = entry.Power,
        Name = entry.Name,
        State = entry.State,
        Grid = entry.Grid,
        Notes = entry.Notes,
        Transmitter = entry.Transmitter,
    };
}
