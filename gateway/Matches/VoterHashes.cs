using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.Gateway.Matches;

/// <summary>Makes the keyed hashes by which a match knows voters and addresses. Those of two matches have nothing in common.</summary>
internal sealed class VoterHashes
{
    private const byte Voter = (byte)'v';
    private const byte Address = (byte)'a';

    private static readonly byte[] derivation = "Orleans.Contest voters"u8.ToArray();

    private readonly byte[]? key;

    /// <param name="voterKey">The key that was set for this; null when none was.</param>
    /// <param name="masterKey">From which it follows otherwise; null when there is none.</param>
    public VoterHashes(string? voterKey, string? masterKey) =>
        key = (voterKey, masterKey) switch
        {
            ({ Length: > 0 }, _) => SHA256.HashData(Encoding.UTF8.GetBytes(voterKey)),
            (_, { Length: > 0 }) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(masterKey), SHA256.HashSizeInBytes, info: derivation),
            _ => null,
        };

    /// <summary>Whether there is a key: without one nobody can vote.</summary>
    public bool IsSet => key is not null;

    public OfMatch For(string matchId) => new(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes(matchId)));

    /// <summary>The hashes of one match.</summary>
    internal sealed class OfMatch(byte[] key)
    {
        public UInt128 Of(string fingerprint)
        {
            Span<byte> said = stackalloc byte[1 + Encoding.UTF8.GetMaxByteCount(VoteFields.MaxFingerprint)];
            said[0] = Voter;
            return Hash(said[..(1 + Encoding.UTF8.GetBytes(fingerprint, said[1..]))]);
        }

        /// <summary>An IPv6 customer owns at least a /64, so its first 64 bits stand for it.</summary>
        public UInt128 Of(IPAddress? address)
        {
            Span<byte> said = stackalloc byte[17];
            said[0] = Address;
            var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
            var length = 0;
            plain?.TryWriteBytes(said[1..], out length);
            return Hash(said[..(1 + Math.Min(length, 8))]);
        }

        private UInt128 Hash(ReadOnlySpan<byte> said)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            HMACSHA256.HashData(key, said, hash);
            return BinaryPrimitives.ReadUInt128BigEndian(hash);
        }
    }
}
