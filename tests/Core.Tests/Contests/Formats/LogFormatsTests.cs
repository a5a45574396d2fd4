using System.Text;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Core.Tests.Contests.Formats;

public sealed class LogFormatsTests
{
    private const string Contact = "<CALL:4>W1AW<EOR>";
    private const string Qso = "QSO: 14200 PH 2018-12-01 1420 W200YARC 19 NY K4NYX 045 FL\n";

    [Theory]
    [InlineData(Contact)]
    [InlineData("<call:4:s>W1AW <eor>")]
    [InlineData("Exported by a program\n<adif_ver:5>3.1.4<eoh>\n")]
    [InlineData("\uFEFF<CALL:4>W1AW<EOR>")]
    [InlineData("QSO: this is a comment\n<CALL:4>W1AW<EOR>")]
    public async Task Tags_make_a_file_ADIF(string text) => Assert.Equal(LogFormat.Adif, await FormatOfAsync(text));

    [Theory]
    [InlineData("START-OF-LOG: 3.0\nEND-OF-LOG:\n")]
    [InlineData("\r\n\r\nstart-of-log: 2.0\r\n")]
    [InlineData("\uFEFFSTART-OF-LOG: 3.0\nSOAPBOX: use <CALL:4> tags\n")]
    [InlineData(Qso)]
    [InlineData("CALLSIGN: W200YARC\nX-QSO: 14200 PH\n")]
    public async Task A_start_line_or_a_contact_makes_it_Cabrillo(string text) => Assert.Equal(LogFormat.Cabrillo, await FormatOfAsync(text));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "neither ADIF")]
    [InlineData("{\"type\":\"qso\"}", "neither ADIF")]
    [InlineData("<?xml version=\"1.0\"?><ADX><CALL>W1AW</CALL></ADX>", "XML")]
    [InlineData("PK\u0003\u0004...", "compressed")]
    public async Task Anything_else_is_refused_with_what_it_looks_like(string text, string hint)
    {
        var opened = await LogFormats.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.True(opened.IsRefused());
        Assert.Equal(LogFormats.UnknownFormat, opened.Refusal.Code);
        Assert.Contains(hint, opened.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UTF_16_is_named()
    {
        var opened = await LogFormats.OpenAsync(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Contact)]));

        Assert.Contains("UTF-16", opened.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_is_made_from_the_beginning_and_nothing_of_it_is_lost()
    {
        var text = new string(' ', 3000) + "\n" + Contact;

        var file = await LogFile.ReadAsync(new DribblingStream(Encoding.UTF8.GetBytes(text), 1));

        Assert.Equal("W1AW", Assert.Single(file.Drafts).Callsign);
        Assert.Equal(2, file.Records[0].Line);
    }

    [Fact]
    public async Task A_large_file_that_is_no_log_is_refused_after_its_beginning()
    {
        var stream = new RepeatingStream([], "no log at all\n"u8.ToArray(), 1L << 30);

        var opened = await LogFormats.OpenAsync(stream);

        Assert.True(opened.IsRefused());
        Assert.InRange(stream.Position, 1, 1 << 18);
    }

    private static async Task<LogFormat?> FormatOfAsync(string text) =>
        (await LogFormats.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Value?.Format;
}
