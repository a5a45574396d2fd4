using System.Net;
using Microsoft.AspNetCore.Connections;

namespace OrleansContest.Gateway.Security;

/// <summary>Limits the connections that one address holds at once. One too many is closed before it is read.</summary>
internal sealed class ConnectionLimit(AddressLimitOptions options, IEnumerable<IPAddress> proxies)
{
    private readonly int[] held = new int[AddressSlot.Count];
    private readonly HashSet<IPAddress> proxies = [.. proxies];

    public Task InvokeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        return IsExempt(address) ? next(connection) : HoldAsync(connection, next, AddressSlot.Of(address));
    }

    private async Task HoldAsync(ConnectionContext connection, ConnectionDelegate next, int slot)
    {
        try
        {
            if (Interlocked.Increment(ref held[slot]) <= options.Connections)
            {
                await next(connection);
            }
        }
        finally
        {
            Interlocked.Decrement(ref held[slot]);
        }
    }

    private bool IsExempt(IPAddress? address) =>
        (AddressSlot.IsLoopback(address) && !options.Loopback)
        || (address is not null && proxies.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
