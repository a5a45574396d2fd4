using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Core.Tests.Contests.Formats;

public sealed class HostileFileTests
{
    private static readonly string[] pieces =
    [
        "<CALL:4>W1AW", "<EOR>", "<eor", "<EOH>", "<", ">", ":", "<CALL:", "<NOTES:70000>", "<NOTES:9>", "<NAME:3>é", "\r", "\n", "\r\n", "\0", "é",
        "QSO:", "QSO: 14200 PH 2018-12-01 1420 W1AW 1 K1AA 2\n", "X-QSO: ", "START-OF-LOG: 3.0\n", "CALLSIGN: ", "END-OF-LOG:\n", " 59 ", "W1AW",
    ];

    private static Arbitrary<string> Files { get; } = Arb.From(
        from beginning in Gen.Elements("START-OF-LOG: 3.0\n", "<EOH>", "")
        from parts in Gen.Elements(pieces).ListOf()
        select beginning + string.Concat(parts));

    [Fact]
    public void Nonsense_ends_in_errors_and_reads_the_same_in_any_pieces() =>
        Prop.ForAll(Files, Gen.Choose(1, 40).ToArbitrary(), ReadsAlikeAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200));

    [Theory]
    [InlineData("<EOH>", "<CALL:4>W1AW <BAND:3>20m <NOTES:5>hello ")]
    [InlineData("<EOH>", "<<<<<<<<")]
    [InlineData("<EOH>", "<NOTES:60000>")]
    [InlineData("<EOH>", "<CALL:99999999>")]
    [InlineData("<CALL:4>W1AW", "no end of it ")]
    [InlineData("<CALL:4>", "no end of a header ")]
    [InlineData("START-OF-LOG: 3.0\nQSO: ", "one endless line ")]
    [InlineData("START-OF-LOG: 3.0\n", "\r")]
    public async Task What_never_ends_is_passed_over_in_little_memory(string beginning, string pattern)
    {
        const long Length = 2_000_000;
        var file = new RepeatingStream(Encoding.UTF8.GetBytes(beginning), Encoding.UTF8.GetBytes(pattern), Length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = await LogFile.ReadAsync(file);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Length / 2);
        Assert.Equal(Length, file.Position);
        Assert.InRange(read.Errors.Count, 0, 1);
        Assert.Empty(read.Drafts);
    }

    private static async Task ReadsAlikeAsync(string text, int piece)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if ((await LogFormats.OpenAsync(new MemoryStream(bytes))).IsRefused())
        {
            return;
        }

        var whole = await LogFile.ReadAsync(bytes);
        var dribbled = await LogFile.ReadAsync(new DribblingStream(bytes, piece));

        Assert.Equal(whole.Records, dribbled.Records);
        Assert.Equal(whole.Records.Select(record => record.Line).Order(), whole.Records.Select(record => record.Line));
        Assert.All(whole.Errors, error => Assert.InRange(error.Error!.Length, 1, 300));
    }
}
