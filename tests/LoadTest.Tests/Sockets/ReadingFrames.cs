using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Tests.Sockets;

public sealed class ReadingFrames
{
    private const int most = 200_000;

    private readonly Heard heard = new();

    [Fact]
    public void Finds_every_message_however_its_bytes_are_cut() =>
        Prop.ForAll(Streams(), stream =>
        {
            var found = new Heard();
            var reader = new FrameReader(found, most) { AllowsCompression = true };
            var bytes = stream.Bytes.AsSpan();
            for (var n = 0; bytes.Length > 0; n++)
            {
                var cut = Math.Min(bytes.Length, stream.Cuts[n % stream.Cuts.Length]);
                reader.Take(bytes[..cut]);
                bytes = bytes[cut..];
            }

            return found.All.SequenceEqual(stream.Expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hands_on_a_ping_that_comes_inside_a_message()
    {
        Read([.. ServerFrame.Of(ServerFrame.Text, "one "u8, isFinal: false), .. ServerFrame.Of(ServerFrame.Ping, "p"u8), .. ServerFrame.Of(0, "two"u8)]);

        Assert.Equal(["9:p", "one two"], heard.All);
    }

    public static TheoryData<string, byte[], int> Wrong { get; } = new()
    {
        { "a masked frame", [0x81, 0x80, 0, 0, 0, 0], 1002 },
        { "a reserved bit", [0x91, 0], 1002 },
        { "compression that nobody agreed on", [0xc1, 0], 1002 },
        { "an unknown opcode", [0x83, 0], 1002 },
        { "an unknown control opcode", [0x8b, 0], 1002 },
        { "a fragmented ping", [0x09, 0], 1002 },
        { "a ping of 126 bytes", [0x89, 126, 0, 126], 1002 },
        { "a length in more bytes than it needs", [0x81, 126, 0, 125], 1002 },
        { "a long length in more bytes than it needs", [0x81, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 1002 },
        { "a continuation of nothing", [0x80, 0], 1002 },
        { "a message inside another", [0x01, 1, 65, 0x81, 1, 65], 1002 },
        { "a binary message", [0x82, 0], 1003 },
        { "text that is not UTF-8", [0x81, 1, 0xff], 1007 },
        { "a frame of too many bytes", [0x81, 127, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 1009 },
        { "pieces that come to too many bytes", [.. ServerFrame.Of(1, new byte[most - 1], isFinal: false), .. ServerFrame.Of(0, new byte[2])], 1009 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Refuses_what_no_server_may_send(string what, byte[] bytes, int code)
    {
        var fault = Assert.Throws<FrameException>(() => Read(bytes));

        Assert.True(code == fault.Code, $"{what}: {fault.Message}");
    }

    [Fact]
    public void Refuses_a_small_message_that_inflates_to_too_much()
    {
        var bomb = ServerFrame.Deflated(new byte[most + 1]);

        var fault = Assert.Throws<FrameException>(() => ReadCompressed(bomb));

        Assert.InRange(bomb.Length, 1, 2_000);
        Assert.Equal(1009, fault.Code);
    }

    public static TheoryData<byte[]> Broken { get; } = [[0xff, 0xff, 0xff], [], ServerFrame.Deflated("cut off in the middle"u8)[..10]];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Reads_on_after_a_message_that_could_not_be_inflated(byte[] broken)
    {
        Assert.Equal(1007, Assert.Throws<FrameException>(() => ReadCompressed(broken)).Code);

        ReadCompressed(ServerFrame.Deflated("good"u8));

        Assert.Equal(["good"], heard.All);
    }

    [Fact]
    public void Takes_a_message_that_ends_its_own_stream()
    {
        ReadCompressed(ServerFrame.Deflated("first"u8, isLastBlock: true));
        ReadCompressed(ServerFrame.Deflated("second"u8));
        ReadCompressed(ServerFrame.Deflated("second"u8));

        Assert.Equal(["first", "second", "second"], heard.All);
    }

    private void Read(byte[] bytes) => new FrameReader(heard, most).Take(bytes);

    private void ReadCompressed(byte[] deflated) =>
        new FrameReader(heard, most) { AllowsCompression = true }.Take(ServerFrame.Of(ServerFrame.Text, deflated, isCompressed: true));

    private static Arbitrary<CutStream> Streams() => Arb.From(
        from messages in Gen.ListOf(Messages())
        from cuts in Gen.NonEmptyListOf(Gen.OneOf(Gen.Choose(1, 7), Gen.Choose(1, 100_000)))
        select new CutStream([.. messages.SelectMany(one => one.Bytes)], [.. messages.SelectMany(one => one.Expected)], [.. cuts]));

    private static Gen<CutStream> Messages() =>
        from length in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(65_000, 66_000))
        from pieces in Gen.Choose(1, 4)
        from isCompressed in Gen.Elements(false, true)
        from hasPing in Gen.Elements(false, true)
        select Message(length, pieces, isCompressed, hasPing);

    private static CutStream Message(int length, int pieces, bool isCompressed, bool hasPing)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(n => (char)('a' + (n * n % 26))));
        var payload = isCompressed ? ServerFrame.Deflated(Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetBytes(text);
        var bytes = new List<byte>();
        for (var n = 0; n < pieces; n++)
        {
            var (from, to) = (payload.Length * n / pieces, payload.Length * (n + 1) / pieces);
            var opcode = n == 0 ? ServerFrame.Text : (byte)0;
            bytes.AddRange(ServerFrame.Of(opcode, payload.AsSpan(from, to - from), n == pieces - 1, isCompressed && n == 0));
            if (hasPing && n == 0)
            {
                bytes.AddRange(ServerFrame.Of(ServerFrame.Ping, "x"u8));
            }
        }

        var isPingFirst = hasPing && pieces > 1;
        return new CutStream([.. bytes], isPingFirst ? ["9:x", text] : hasPing ? [text, "9:x"] : [text], []);
    }

    private sealed record CutStream(byte[] Bytes, string[] Expected, int[] Cuts);
}
