using System.Buffers.Binary;
using System.Net;

namespace OrleansContest.Gateway.Matches;

/// <summary>Counts the Socket.IO connections of each address. An IPv6 customer owns at least a /64, so its first 64 bits stand for it.</summary>
internal sealed class VoteConnections(MatchOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(int Length, ulong Bits), int> taken = [];

    /// <returns>The place, to be given back; null when the address has as many as it may have.</returns>
    public IDisposable? Take(IPAddress? address)
    {
        var key = KeyOf(address);
        lock (gate)
        {
            var count = taken.GetValueOrDefault(key);
            if (count >= options.ConnectionsPerAddress)
            {
                return null;
            }

            taken[key] = count + 1;
            return new Place(this, key);
        }
    }

    private static (int Length, ulong Bits) KeyOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var length = 0;
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.TryWriteBytes(bytes, out length);
        return (length, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    private void Release((int Length, ulong Bits) key)
    {
        lock (gate)
        {
            if (--taken[key] == 0)
            {
                taken.Remove(key);
            }
        }
    }

    private sealed class Place(VoteConnections connections, (int Length, ulong Bits) key) : IDisposable
    {
        private int isReleased;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isReleased, 1) == 0)
            {
                connections.Release(key);
            }
        }
    }
}
