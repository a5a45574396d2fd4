using System.Net;
using Microsoft.Extensions.Options;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Hub;

/// <summary>Counts the sockets that may be open at once: all together, and of one address. This machine's own programs have no address here.</summary>
internal sealed class SocketPlaces(IOptions<SocketOptions> options)
{
    private readonly int[] taken = new int[AddressSlot.Count];
    private int all;

    public int Taken => Volatile.Read(ref all);

    /// <returns>Why there is none; null when a place was taken.</returns>
    public IResult? TryTake(IPAddress? address)
    {
        if (Interlocked.Increment(ref all) > options.Value.Connections)
        {
            Interlocked.Decrement(ref all);
            return UpgradeRefusals.Full;
        }

        if (Count(address, 1) > options.Value.ConnectionsPerAddress)
        {
            Release(address);
            return UpgradeRefusals.TooManyOfOneAddress;
        }

        return null;
    }

    /// <returns>How many are taken now.</returns>
    public int Release(IPAddress? address)
    {
        Count(address, -1);
        return Interlocked.Decrement(ref all);
    }

    private int Count(IPAddress? address, int change) =>
        AddressSlot.IsLoopback(address) ? 0 : Interlocked.Add(ref taken[AddressSlot.Of(address)], change);
}
