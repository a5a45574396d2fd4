using System.Buffers.Binary;
using System.Numerics;

namespace OrleansContest.Storage.Files;

/// <summary>The CRC-32C (Castagnoli) checksum.</summary>
/// <remarks>Source: RFC 3720, appendix B.4, whose examples are the vectors of its test.</remarks>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
