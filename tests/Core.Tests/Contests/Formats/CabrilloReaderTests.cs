using System.Text;
using OrleansContest.Contests;

namespace OrleansContest.Core.Tests.Contests.Formats;

public sealed class CabrilloReaderTests
{
    private const string Qso = "QSO: 14200 PH 2018-12-01 1420 W200YARC          19  NY  K4NYX         045 FL\n";

    [Fact]
    public async Task A_contact_has_its_exchanges_and_no_report_that_nobody_gave()
    {
        var file = await LogFile.ReadAsync("START-OF-LOG: 3.0\nCALLSIGN: w200yarc\n" + Qso + "END-OF-LOG:\n");

        Assert.Equal(
            new QsoDraft
            {
                StationId = "W200YARC",
                Callsign = "K4NYX",
                Band = "20",
                Frequency = 14.2m,
                Mode = "SSB",
                QsoDate = "2018-12-01",
                QsoTime = "14:20",
                ExchangeSent = "19 NY",
                Exchange = "045 FL",
                Source = "cabrillo",
            },
            Assert.Single(file.Drafts));
        Assert.Equal((3, "W200YARC"), (file.Records[0].Line, file.Reader.Station));
    }

    [Fact]
    public async Task The_log_of_a_real_contest_is_read_whole()
    {
        var file = await LogFile.ReadAsync(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Contests", "ssb-party.cbr")));

        Assert.Empty(file.Errors);
        Assert.Equal(68, file.Drafts.Count);
        Assert.All(file.Drafts, draft => Assert.Equal(("W200YARC", "SSB", "19 NY", null, null), (draft.StationId, draft.Mode, draft.ExchangeSent, draft.RstSent, draft.RstRcvd)));
        Assert.All(file.Drafts, draft => Assert.Matches("^[0-9]{3} [A-Z]{2}$", draft.Exchange));
        Assert.Equal((63, 5), (file.Drafts.Count(draft => draft.Band == "20"), file.Drafts.Count(draft => draft.Band == "40")));
        Assert.Equal(["AB0O/P", "WK1DS/YOTA", "WB0POQ/M", "AC0VB/M"], file.Drafts.Select(draft => draft.Callsign).Where(call => call!.Contains('/')));
        Assert.Equal(14, file.Reader.Headers.Count);
        Assert.Equal(new HeaderLine("CLUB", ""), file.Reader.Headers[2]);
        Assert.Equal(new HeaderLine("CREATED-BY", "N1MM Logger+ 1.0.7342.0"), file.Reader.Headers[^2]);
    }

    [Theory]
    [InlineData("PH", "59 001 K1AA 59 002", "59", "001", "K1AA", "59", "002", null)]
    [InlineData("CW", "599 05 K1AA 5NN MA", "599", "05", "K1AA", "5NN", "MA", null)]
    [InlineData("RY", "599 05 K1AA 579 14", "599", "05", "K1AA", "579", "14", null)]
    [InlineData("DG", "-05 FN31 K1AA +12 FN42", "-05", "FN31", "K1AA", "+12", "FN42", null)]
    [InlineData("PH", "599 001 K1AA 599 002", null, "599 001", "K1AA", null, "599 002", null)]
    [InlineData("CW", "59 001 K1AA 59 002", null, "59 001", "K1AA", null, "59 002", null)]
    [InlineData("PH", "59 001 K1AA 045 FL", null, "59 001", "K1AA", null, "045 FL", null)]
    [InlineData("PH", "59 K1AA 59", "59", null, "K1AA", "59", null, null)]
    [InlineData("PH", "59 001 K1AA 59 002 0", "59", "001", "K1AA", "59", "002", 0)]
    [InlineData("CW", "599 05 K1AA 599 14 1", "599", "05", "K1AA", "599", "14", 1)]
    [InlineData("CW", "3 B 74 STX AA5BT 15 A 80 WCF", null, "3 B 74 STX", "AA5BT", null, "15 A 80 WCF", null)]
    [InlineData("CW", "2A CT K1AA 3A 1", null, "2A CT", "K1AA", null, "3A 1", null)]
    [InlineData("CW", "2A CT K1AA 3A EMA", null, "2A CT", "K1AA", null, "3A EMA", null)]
    [InlineData("PH", "59 001 IO91WM DL1ABC 59 002 JO31AB", "59", "001 IO91WM", "DL1ABC", "59", "002 JO31AB", null)]
    [InlineData("PH", "59 001 IO91WM DL1ABC 59 JO31AB", "59", "001 IO91WM", "DL1ABC", "59", "JO31AB", null)]
    [InlineData("CW", "599 05 MA EA8/G4ABC/P 599 14", "599", "05 MA", "EA8/G4ABC/P", "599", "14", null)]
    [InlineData("CW", "599 05 W1AW K1AA 599 14", "599", "05 W1AW", "K1AA", "599", "14", null)]
    [InlineData("CW", "K1AA", null, null, "K1AA", null, null, null)]
    [InlineData("CW", "K1AA 1", null, null, "K1AA", null, null, 1)]
    [InlineData("PH", "- NY K1AA 59 FL", null, "NY", "K1AA", "59", "FL", null)]
    [InlineData("PH", "- 19 K1AA - 59", null, "19", "K1AA", null, "59", null)]
    [InlineData("PH", "- - K1AA 0 1", null, null, "K1AA", null, "0 1", null)]
    public async Task The_callsign_is_found_between_the_exchanges(
        string mode, string words, string? rstSent, string? sent, string call, string? rstRcvd, string? received, int? transmitter)
    {
        var file = await LogFile.ReadAsync($"QSO: 14025 {mode} 2018-12-01 1420 W1AW {words}\n");

        var draft = Assert.Single(file.Drafts);
        Assert.Equal(
            (rstSent, sent, call, rstRcvd, received, transmitter),
            (draft.RstSent, draft.ExchangeSent, draft.Callsign, draft.RstRcvd, draft.Exchange, draft.Transmitter));
    }

    [Theory]
    [InlineData("14200", "20", "14.2")]
    [InlineData("14200.5", "20", "14.2005")]
    [InlineData("14000", "20", null)]
    [InlineData("1800", "160", null)]
    [InlineData("136", "2190", null)]
    [InlineData("50", "6", null)]
    [InlineData("50125", "6", "50.125")]
    [InlineData("70", "4", null)]
    [InlineData("144", "2", null)]
    [InlineData("222", "1.25", null)]
    [InlineData("432", "70cm", null)]
    [InlineData("902", "33cm", null)]
    [InlineData("1.2G", "23cm", null)]
    [InlineData("2.3g", "13cm", null)]
    [InlineData("3.4G", "9cm", null)]
    [InlineData("5.7G", "6cm", null)]
    [InlineData("10G", "3cm", null)]
    [InlineData("24G", "1.25cm", null)]
    [InlineData("47G", "6mm", null)]
    [InlineData("75G", "4mm", null)]
    [InlineData("122G", "2.5mm", null)]
    [InlineData("134G", "2mm", null)]
    [InlineData("241G", "1mm", null)]
    [InlineData("LIGHT", "submm", null)]
    [InlineData("1296", "23cm", "1296")]
    [InlineData("14.205", "20", "14.205")]
    public async Task The_first_column_is_kilohertz_or_a_band(string column, string band, string? mhz)
    {
        var file = await LogFile.ReadAsync($"QSO: {column} CW 2018-12-01 1420 W1AW 599 1 K1AA 599 2\n");

        var draft = Assert.Single(file.Drafts);
        Assert.Equal((band, mhz is null ? null : decimal.Parse(mhz, System.Globalization.CultureInfo.InvariantCulture)), (draft.Band, draft.Frequency));
    }

    [Theory]
    [InlineData("CW", "CW")]
    [InlineData("PH", "SSB")]
    [InlineData("SSB", "SSB")]
    [InlineData("FM", "FM")]
    [InlineData("RY", "RTTY")]
    [InlineData("DG", "DATA")]
    [InlineData("ft8", "FT8")]
    public async Task Modes_are_the_formats_five_and_any_other_that_is_known(string column, string mode)
    {
        var file = await LogFile.ReadAsync($"QSO: 14050 {column} 2018-12-01 1420 W1AW 1 K1AA 2\n");

        Assert.Equal(mode, Assert.Single(file.Drafts).Mode);
    }

    [Fact]
    public async Task Header_lines_are_kept_in_order_repeated_ones_too()
    {
        var file = await LogFile.ReadAsync(
            "START-OF-LOG: 2.0\r\nARRL-SECTION: ENY\r\nCALLSIGN: W1AW\r\nsoapbox: Fun: again\r\nSOAPBOX:\r\nSOAPBOX: Bye\r\n\r\n" + Qso + "OFFTIME: x\r\nEND-OF-LOG:\r\n\r\n");

        Assert.Equal(
            [new("ARRL-SECTION", "ENY"), new("CALLSIGN", "W1AW"), new("SOAPBOX", "Fun: again"), new("SOAPBOX", ""), new("SOAPBOX", "Bye"), new("OFFTIME", "x")],
            file.Reader.Headers);
        Assert.Equal("W1AW", Assert.Single(file.Records).Draft?.StationId);
    }

    [Theory]
    [InlineData("X-QSO: 14200 PH 2018-12-01 1420 W1AW 1 K1AA 2", "X-QSO")]
    [InlineData("QSO:", "this one has 0")]
    [InlineData("QSO: 14200 PH 2018-12-01 1420 W1AW", "this one has 5")]
    [InlineData("QSO: 99 PH 2018-12-01 1420 W1AW 1 K1AA 2", "'99' is neither a frequency")]
    [InlineData("QSO: 99999999999999999999999999999999 PH 2018-12-01 1420 W1AW 1 K1AA 2", "is neither a frequency")]
    [InlineData("QSO: 14200 XX 2018-12-01 1420 W1AW 1 K1AA 2", "'XX' is not a mode")]
    [InlineData("QSO: 14200 PH 2018-12-01 1420 W1AW 1 2 3 4", "No word behind the exchange sent is a callsign")]
    [InlineData("hello", "'hello' is neither a header line nor a QSO line")]
    [InlineData("what: is this: not", null)]
    [InlineData("not a tag: x", "neither a header line")]
    [InlineData("\0\u0001:", "neither a header line")]
    public async Task A_bad_line_is_an_error_and_the_next_is_read(string bad, string? error)
    {
        var file = await LogFile.ReadAsync("START-OF-LOG: 3.0\n" + Qso + bad + "\n" + Qso);

        Assert.Equal(2, file.Drafts.Count);
        Assert.Equal(error is null ? 0 : 1, file.Errors.Count);
        Assert.All(file.Errors, wrong => Assert.Contains(error!, wrong.Error, StringComparison.Ordinal));
        Assert.All(file.Errors, wrong => Assert.Equal(3, wrong.Line));
        Assert.Equal(4, file.Records[^1].Line);
    }

    [Theory]
    [InlineData(66_000)]
    [InlineData(200_000)]
    public async Task A_line_longer_than_64_KiB_is_an_error_and_the_next_is_read(int length)
    {
        var file = await LogFile.ReadAsync(Qso + "QSO: " + new string('x', length) + "\r\n" + Qso);

        Assert.Equal(2, file.Drafts.Count);
        Assert.Equal((2, true), (file.Errors[0].Line, file.Errors[0].Error!.Contains("longer than 65536", StringComparison.Ordinal)));
        Assert.Equal(3, file.Records[^1].Line);
    }

    [Fact]
    public async Task Too_many_and_too_long_header_lines_are_not_kept()
    {
        var many = string.Concat(Enumerable.Range(0, 250).Select(i => $"SOAPBOX: {i}\n"));

        var file = await LogFile.ReadAsync("START-OF-LOG: 3.0\nADDRESS: " + new string('x', 1001) + "\n" + many + Qso);

        Assert.Equal(200, file.Reader.Headers.Count);
        Assert.Equal([2, 203], file.Errors.Select(error => error.Line));
        Assert.Single(file.Drafts);
    }

    [Fact]
    public async Task What_follows_the_end_is_not_read_and_said_so()
    {
        var file = await LogFile.ReadAsync(Qso + "END-OF-LOG:\n\n" + Qso + Qso);

        Assert.Single(file.Drafts);
        Assert.Equal(4, Assert.Single(file.Errors).Line);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_end_as_they_like_and_come_in_any_pieces(string end)
    {
        var text = string.Concat(Enumerable.Repeat(Qso.Replace("\n", end, StringComparison.Ordinal), 5));
        foreach (var piece in new[] { 1, 7, 1000 })
        {
            var file = await LogFile.ReadAsync(new DribblingStream(Encoding.UTF8.GetBytes(text), piece));

            Assert.Equal([1, 2, 3, 4, 5], file.Records.Select(record => record.Line));
            Assert.Equal(5, file.Drafts.Count);
        }
    }
}
