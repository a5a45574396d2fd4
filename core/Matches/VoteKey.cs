using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.Matches;

/// <summary>What is kept of a vote's name: 128 bits of its SHA-256, so that millions of names fit in memory.</summary>
internal static class VoteKey
{
    public static UInt128 Of(string voteId)
    {
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(MatchRules.MaxVoteId)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(voteId, text)], hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
