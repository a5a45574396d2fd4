using System.Collections.Frozen;

namespace OrleansContest.Contests.Formats;

/// <summary>The fields of ADIF that a log entry has a place for, and our own for what ADIF has none. Source: ADIF 3.1, QSO fields.</summary>
internal static class AdifFields
{
    internal const string Call = "CALL";
    internal const string Band = "BAND";
    internal const string Frequency = "FREQ";
    internal const string Mode = "MODE";
    internal const string Submode = "SUBMODE";
    internal const string Date = "QSO_DATE";
    internal const string Time = "TIME_ON";
    internal const string RstSent = "RST_SENT";
    internal const string RstRcvd = "RST_RCVD";
    internal const string ExchangeSent = "STX_STRING";
    internal const string SerialSent = "STX";
    internal const string Exchange = "SRX_STRING";
    internal const string Serial = "SRX";
    internal const string Class = "CLASS";
    internal const string Section = "ARRL_SECT";
    internal const string Power = "TX_PWR";
    internal const string Operator = "OPERATOR";
    internal const string Station = "STATION_CALLSIGN";
    internal const string Owner = "OWNER_CALLSIGN";
    internal const string Name = "NAME";
    internal const string NameIntl = "NAME_INTL";
    internal const string State = "STATE";
    internal const string Grid = "GRIDSQUARE";
    internal const string Notes = "NOTES";
    internal const string NotesIntl = "NOTES_INTL";
    internal const string Comment = "COMMENT";
    internal const string CommentIntl = "COMMENT_INTL";
    internal const string Contest = "CONTEST_ID";
    internal const string DedupeKey = "APP_ORLEANSCONTEST_DEDUPEKEY";
    internal const string Club = "APP_ORLEANSCONTEST_CLUB";
    internal const string Transmitter = "APP_ORLEANSCONTEST_TRANSMITTER";
    internal const string Source = "APP_ORLEANSCONTEST_SOURCE";

    /// <summary>Fields that are read; all others are passed over.</summary>
    internal static FrozenSet<string> Read { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        Call, Band, Frequency, Mode, Submode, Date, Time, RstSent, RstRcvd, ExchangeSent, SerialSent, Exchange, Serial, Class, Section,
        Power, Operator, Station, Owner, Name, NameIntl, State, Grid, Notes, NotesIntl, Comment, CommentIntl,
        DedupeKey, Club, Transmitter, Source);
}
