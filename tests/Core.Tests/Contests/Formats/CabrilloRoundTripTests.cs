using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Contests;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Core.Tests.Contests.Formats;

public sealed class CabrilloRoundTripTests
{
    private static readonly string[] bandsByName =
        ["6", "4", "2", "1.25", "70cm", "33cm", "23cm", "13cm", "9cm", "6cm", "3cm", "1.25cm", "6mm", "4mm", "2.5mm", "2mm", "1mm", "submm"];

    [Fact]
    public async Task A_log_comes_out_as_it_went_in()
    {
        var original = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Contests", "ssb-party.cbr"));
        var file = await LogFile.ReadAsync(original);

        var written = LogEntries.Written(
            output => new CabrilloWriter(output, "party", "W200YARC", new StationHeaders("W200YARC", file.Reader.Headers)),
            [.. file.Drafts.Select(Entry)]);

        Assert.Equal(Lines(original), Lines(written));
    }

    [Fact]
    public void Without_kept_lines_the_header_is_made_from_the_contest()
    {
        var written = LogEntries.Written(output => new CabrilloWriter(output, "Spring\nParty", "W1AW"));

        Assert.Equal(
            "START-OF-LOG: 3.0\r\nCONTEST: Spring Party\r\nCALLSIGN: W1AW\r\nCREATED-BY: Orleans.Contest\r\nEND-OF-LOG:\r\n",
            written);
    }

    [Fact]
    public async Task Header_lines_cannot_break_the_file()
    {
        HeaderLine[] lines =
        [
            new("SOAPBOX", "fun\nQSO: 14200 PH 2018-12-01 1420 W1AW 1 K1AA 2"), new("QSO", "14200"), new("x-qso", "1"), new("END-OF-LOG", ""),
            new("bad tag", "x"), new("A\nB", "x"), new("CALLSIGN", ""), new("CONTEST", "own"),
        ];

        var file = await LogFile.ReadAsync(LogEntries.Written(output => new CabrilloWriter(output, "party", "W1AW", new StationHeaders("W1AW", lines))));

        Assert.Empty(file.Records);
        Assert.Equal(
            [new("SOAPBOX", "fun QSO: 14200 PH 2018-12-01 1420 W1AW 1 K1AA 2"), new("CONTEST", "own"), new("CALLSIGN", "W1AW"), new("CREATED-BY", "Orleans.Contest")],
            file.Reader.Headers);
    }

    [Theory]
    [InlineData("SSB", null, "59 001", null, "59 002", null, "-   59 001 K1AA          -   59 002")]
    [InlineData("SSB", "59", "001", "57", "002", 1, "59  001    K1AA          57  002    1")]
    [InlineData("SSB", null, "19 NY", null, "045 FL", null, "19  NY     K1AA          045 FL")]
    [InlineData("SSB", null, "19", "59", "45", null, "-   19     K1AA          59  45")]
    [InlineData("FT8", null, null, null, "5NN", 1, "-   -      K1AA          -   5NN    1")]
    [InlineData("FT8", null, null, null, "5NN 0 W1AW", 0, "-   - - -  K1AA          -   5NN 0 W1AW 0")]
    public async Task A_dash_stands_where_the_line_would_else_be_read_differently(
        string mode, string? rstSent, string? sent, string? rstRcvd, string? received, int? transmitter, string columns)
    {
        var draft = Assert.Single((await LogFile.ReadAsync("QSO: 14205 PH 2018-12-01 1420 N0AX 1 K1AA 2\n")).Drafts);
        var entry = Entry(draft) with
        {
            Mode = mode, RstSent = rstSent, ExchangeSent = sent, RstRcvd = rstRcvd, Exchange = received, Transmitter = transmitter,
        };

        var written = LogEntries.Written(output => new CabrilloWriter(output, "party", "N0AX"), entry).Split("\r\n")[4];

        Assert.Equal(columns, written[(written.IndexOf("N0AX", StringComparison.Ordinal) + 14)..]);
        Assert.Equal(Draft(entry), Assert.Single((await LogFile.ReadAsync(written)).Drafts));
    }

    [Fact]
    public void What_the_format_has_a_place_for_comes_back() =>
        Prop.ForAll(LogEntries.Contested, IsReadAsWrittenAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void No_value_breaks_a_line() =>
        Prop.ForAll(LogEntries.Any, LogEntries.Any, async (first, second) =>
        {
            var file = await LogFile.ReadAsync(LogEntries.Written(output => new CabrilloWriter(output, "party", first.StationId), first, second));

            Assert.Equal([first.Callsign, second.Callsign], file.Drafts.Select(draft => draft.Callsign));
            Assert.Empty(file.Errors);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static async Task IsReadAsWrittenAsync(LogEntry entry)
    {
        var file = await LogFile.ReadAsync(LogEntries.Written(output => new CabrilloWriter(output, "party", entry.StationId), entry));

        Assert.Equal(Draft(entry), Assert.Single(file.Drafts));
        Assert.Empty(file.Errors);
    }

    private static QsoDraft Draft(LogEntry entry) => new()
    {
        StationId = entry.StationId,
        Callsign = entry.Callsign,
        Band = entry.Band,
        Mode = (entry.Mode, Modes.ClassOf(entry.Mode)) switch
        {
            ("FM", _) => "FM",
            ("RTTY", _) => "RTTY",
            (_, ModeClass.Cw) => "CW",
            (_, ModeClass.Phone) => "SSB",
            _ => "DATA",
        },
        QsoDate = entry.QsoDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        QsoTime = entry.QsoTime[..5],
        Frequency = WholeKilohertz(entry),
        Source = "cabrillo",
        RstSent = entry.RstSent,
        RstRcvd = entry.RstRcvd,
        ExchangeSent = entry.ExchangeSent,
        Exchange = entry.Exchange,
        Transmitter = entry.Transmitter,
    };

    /// <summary>The lower edge means the band alone, and bands that are named have no frequency.</summary>
    private static decimal? WholeKilohertz(LogEntry entry)
    {
        var kilohertz = Math.Floor((entry.Frequency ?? 0) * 1000);
        return bandsByName.Contains(entry.Band) || kilohertz <= Math.Ceiling(Bands.LowerEdge(entry.Band) * 1000) ? null : kilohertz / 1000;
    }

    private static LogEntry Entry(QsoDraft draft) => new()
    {
        Id = "c.1",
        StationId = draft.StationId!,
        ContestId = "c",
        Source = "cabrillo",
        DedupeKey = "k",
        Callsign = draft.Callsign!,
        Band = draft.Band!,
        Mode = draft.Mode!,
        Frequency = draft.Frequency,
        ExchangeSent = draft.ExchangeSent,
        Exchange = draft.Exchange,
        QsoDate = DateOnly.ParseExact(draft.QsoDate!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        QsoTime = draft.QsoTime!,
        Points = 1,
        IsDupe = false,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>The file's words: columns may be wider or narrower.</summary>
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
