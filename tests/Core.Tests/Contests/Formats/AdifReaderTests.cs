using System.Text;

namespace OrleansContest.Core.Tests.Contests.Formats;

public sealed class AdifReaderTests
{
    private const string W1aw = "<CALL:4>W1AW <EOR>\n";

    [Fact]
    public async Task A_record_becomes_a_contact_with_all_that_it_says()
    {
        var file = await LogFile.ReadAsync(
            """
            Made by hand
            <ADIF_VER:5>3.1.4 <PROGRAMID:4>hand <EOH>
            <CALL:9>ea8/g4abc <BAND:3>20M <FREQ:6>14.205 <MODE:4>MFSK <SUBMODE:3>FT4 <QSO_DATE:8:D>20181201 <TIME_ON:6:T>142033
            <RST_SENT:3>-05 <RST_RCVD:3>+02 <STX_STRING:5>19 NY <SRX_STRING:6>045 FL <TX_PWR:3>100 <OPERATOR:4>K1AA
            <STATION_CALLSIGN:8>W200YARC <NAME:4>Anna <STATE:2>FL <GRIDSQUARE:6>IL18sk <NOTES:5>Hello <CONTEST_ID:2>XX
            <APP_N1MM_POINTS:1>2 <USERDEF1:3>abc <APP_ORLEANSCONTEST_DEDUPEKEY:3>k|1 <APP_ORLEANSCONTEST_CLUB:4>club
            <APP_ORLEANSCONTEST_TRANSMITTER:1>1 <APP_ORLEANSCONTEST_SOURCE:6>manual <EOR>
            """);

        var draft = Assert.Single(file.Drafts);
        Assert.Equal(("W200YARC", "ea8/g4abc", "20", "FT4", 14.205m), (draft.StationId, draft.Callsign, draft.Band, draft.Mode, draft.Frequency));
        Assert.Equal(("2018-12-01", "14:20:33", "-05", "+02"), (draft.QsoDate, draft.QsoTime, draft.RstSent, draft.RstRcvd));
        Assert.Equal(("19 NY", "045 FL", 100m, "K1AA"), (draft.ExchangeSent, draft.Exchange, draft.Power, draft.OperatorCallsign));
        Assert.Equal(("Anna", "FL", "IL18sk", "Hello"), (draft.Name, draft.State, draft.Grid, draft.Notes));
        Assert.Equal(("k|1", "club", 1, "manual"), (draft.DedupeKey, draft.ClubId, draft.Transmitter, draft.Source));
        Assert.Equal(3, Assert.Single(file.Records).Line);
        Assert.Equal("W200YARC", file.Reader.Station);
    }

    [Theory]
    [InlineData("<CALL:4>W1AW<EOR>")]
    [InlineData("\uFEFF<CALL:4>W1AW<EOR>")]
    [InlineData("\uFEFFheader <EOH>\r\n<CALL:4>W1AW\r\n<EOR>\r\n")]
    [InlineData("<PROGRAMID:4>hand<EOH><CALL:4>W1AW<EOR>")]
    [InlineData("<CALL:3>XXX<eoh><cAlL:4:s>W1AW<eOr>")]
    [InlineData("a < b <http://example.org> <EOH><CALL:4>W1AW text between <X> fields <EOR>")]
    [InlineData("no end of a header\n<CALL:4>W1AW<EOR>")]
    [InlineData("<CALL:99999>broken header <EOH><CALL:4>W1AW<EOR>")]
    public async Task Headers_case_and_space_do_not_matter(string text)
    {
        var file = await LogFile.ReadAsync(text);

        Assert.Equal("W1AW", Assert.Single(file.Records).Draft?.Callsign);
    }

    [Fact]
    public async Task ADIF_2_is_read_alike()
    {
        var file = await LogFile.ReadAsync(
            "<ADIF_VER:3>2.2<EOH><CALL:4>W1AW<BAND:3>80m<MODE:5>PSK31<QSO_DATE:8>20100102<TIME_ON:4>0304<SRX:2>12<STX:1>7<EOR>");

        var draft = Assert.Single(file.Drafts);
        Assert.Equal(("80", "PSK31", "2010-01-02", "03:04", "12", "7"), (draft.Band, draft.Mode, draft.QsoDate, draft.QsoTime, draft.Exchange, draft.ExchangeSent));
        Assert.Equal("adif", draft.Source);
    }

    [Theory]
    [InlineData("<NAME:7>Jürgen <EOR>", "Jürgen")]
    [InlineData("<NAME:6>Jürgen <EOR>", "Jürgen")]
    [InlineData("<NAME:6>Jürgen<EOR>", "Jürgen")]
    [InlineData("<NAME:3>Ü X<EOR>", "Ü X")]
    [InlineData("<NAME:2>漢字\n<EOR>", "漢字")]
    [InlineData("<NAME:6>漢字\n<EOR>", "漢字")]
    [InlineData("<NAME:4>Anna, a comment <EOR>", "Anna")]
    [InlineData("<NAME:0><EOR>", null)]
    [InlineData("<NAME:3>   <EOR>", null)]
    public async Task Lengths_count_bytes_or_else_characters(string fields, string? name)
    {
        var file = await LogFile.ReadAsync("<CALL:4>W1AW" + fields + W1aw);

        Assert.Equal(2, file.Drafts.Count);
        Assert.Equal(name, file.Drafts[0].Name);
    }

    [Fact]
    public async Task Latin_1_is_understood()
    {
        var file = await LogFile.ReadAsync(Encoding.Latin1.GetBytes("<CALL:4>W1AW<NAME:6>Jürgen<EOR>"));

        Assert.Equal("Jürgen", Assert.Single(file.Drafts).Name);
    }

    [Theory]
    [InlineData("<STATION_CALLSIGN:4>W1AW<OPERATOR:4>K1AA<OWNER_CALLSIGN:4>N1AA", "W1AW")]
    [InlineData("<OPERATOR:4>K1AA<OWNER_CALLSIGN:4>N1AA", "K1AA")]
    [InlineData("<OWNER_CALLSIGN:4>N1AA", "N1AA")]
    [InlineData("", null)]
    public async Task The_operator_stands_for_a_station_that_is_not_named(string fields, string? station)
    {
        var file = await LogFile.ReadAsync("<CALL:4>K4YT" + fields + "<EOR>");

        Assert.Equal((station, station), (file.Reader.Station, file.Drafts[0].StationId));
    }

    [Theory]
    [InlineData("<MODE:3>SSB<SUBMODE:3>USB", "USB")]
    [InlineData("<MODE:3>SSB<SUBMODE:3>XYZ", "SSB")]
    [InlineData("<MODE:3>ft8", "FT8")]
    [InlineData("<MODE:3>XYZ", "XYZ")]
    public async Task A_submode_that_is_known_goes_before_the_mode(string fields, string mode)
    {
        var file = await LogFile.ReadAsync("<CALL:4>K4YT" + fields + "<EOR>");

        Assert.Equal(mode, file.Drafts[0].Mode);
    }

    [Theory]
    [InlineData("<TX_PWR:4>100W", 100.0)]
    [InlineData("<TX_PWR:3>0,5", 0.5)]
    [InlineData("", null)]
    public async Task Power_may_carry_its_unit(string field, double? watts)
    {
        var file = await LogFile.ReadAsync("<CALL:4>K4YT" + field + "<FREQ:1>0<EOR>");

        Assert.Equal(((decimal?)watts, null), (file.Drafts[0].Power, file.Drafts[0].Frequency));
    }

    [Fact]
    public async Task Field_Days_class_and_section_are_the_exchange_where_no_other_is_kept()
    {
        var file = await LogFile.ReadAsync("<CALL:4>K4YT<CLASS:2>2A<ARRL_SECT:2>CT<EOR>");

        Assert.Equal("2A CT", file.Drafts[0].Exchange);
    }

    [Theory]
    [InlineData("<CALL:4>K4YT<FREQ:3>abc<EOR>", "FREQ 'abc' is not a number")]
    [InlineData("<CALL:4>K4YT<TX_PWR:4>much<EOR>", "TX_PWR 'much' is not a number")]
    [InlineData("<CALL:x>K4YT<EOR>", "CALL has no length")]
    [InlineData("<CALL:>K4YT<EOR>", "CALL has no length")]
    [InlineData("<CALL:-4>K4YT<EOR>", "CALL has no length")]
    [InlineData("<CALL:99999999999999999999>K4YT<EOR>", "CALL has no length")]
    [InlineData("<CALL:70000>K4YT<EOR>", "70000 bytes long; a record holds at most")]
    [InlineData("<CALL:14>K4YT<EOR>", "goes beyond its record")]
    [InlineData("<CALL:9999>K4YT<EOR>", "but the file ends")]
    [InlineData("<EOR>", "no field that is known")]
    [InlineData("<APP_OTHER_X:1>1<EOR>", "no field that is known")]
    public async Task A_bad_record_is_an_error_and_the_next_is_read(string bad, string error)
    {
        var file = await LogFile.ReadAsync("<EOH>\n" + W1aw + bad + "\n" + W1aw);

        Assert.Equal(["W1AW", "W1AW"], file.Drafts.Select(draft => draft.Callsign));
        Assert.Contains(error, Assert.Single(file.Errors).Error, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4], file.Records.Select(record => record.Line));
    }

    [Fact]
    public async Task A_record_without_its_end_is_an_error()
    {
        var file = await LogFile.ReadAsync(W1aw + "<CALL:4>K4YT<BAND:3>20m");

        Assert.Contains("ends in the middle", file.Records[1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_may_be_64_KiB_long_and_not_longer()
    {
        var notes = new string('n', 32_000);
        var file = await LogFile.ReadAsync($"<CALL:4>K4YT<NOTES:{notes.Length}>{notes}<COMMENT:{notes.Length}>{notes}<EOR>{W1aw}<CALL:4>K4YT"
            + $"<NOTES:{notes.Length}>{notes}<COMMENT:{notes.Length}>{notes}<NAME_INTL:{notes.Length}>{notes}<EOR>{W1aw}");

        Assert.Equal(notes, file.Drafts[0].Notes);
        Assert.Equal(3, file.Drafts.Count);
        Assert.Contains("longer than 65536 bytes", file.Records[2].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public async Task Lines_are_counted_whatever_ends_them_and_wherever_they_are_cut(string end)
    {
        // Longer than the first look into a file, so that the rest comes in pieces.
        var header = string.Concat(Enumerable.Repeat("a" + end, 1500));
        foreach (var piece in new[] { 1, 2, 3, 1000 })
        {
            var file = await LogFile.ReadAsync(new DribblingStream(Encoding.UTF8.GetBytes("<ADIF_VER:5>3.1.4" + header + "<EOH>" + W1aw), piece));

            Assert.Equal(1501, file.Records[0].Line);
        }
    }

    [Fact]
    public async Task A_log_is_read_once()
    {
        var file = await LogFile.ReadAsync(W1aw);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await file.Reader.ReadAsync().GetAsyncEnumerator().MoveNextAsync());
    }
}
