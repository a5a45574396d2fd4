using System.Text;
using OrleansContest.Storage.Files;

namespace OrleansContest.Storage.Tests.Files;

public sealed class TheChecksum
{
    // RFC 3720, appendix B.4; it prints the checksum's bytes in the order of the wire, lowest first.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", 0x8a9136aa)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", 0x62a8ab43)]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 0x46dd794e)]
    [InlineData("1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100", 0x113fdb5c)]
    [InlineData("01c00000000000000000000000000000140000000000040000000014000000182800000000000000" + "0200000000000000", 0xd9963a56)]
    public void Is_that_of_the_RFCs_examples(string bytes, uint checksum) =>
        Assert.Equal(checksum, Crc32C.Of(Convert.FromHexString(bytes)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("123456789", 0xe3069283)]
    public void Covers_lengths_that_are_no_multiple_of_a_word(string text, uint checksum) =>
        Assert.Equal(checksum, Crc32C.Of(Encoding.ASCII.GetBytes(text)));
}
