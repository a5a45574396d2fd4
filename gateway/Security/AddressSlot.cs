using System.Net;

namespace OrleansContest.Gateway.Security;

/// <summary>One of a fixed number of slots that an address falls into, so that counting by address never needs more memory than that.</summary>
/// <remarks>
/// An IPv6 customer owns at least a /64, so its first 64 bits stand for it. Which addresses share a slot differs from
/// process to process and cannot be foreseen from outside.
/// </remarks>
internal static class AddressSlot
{
    public const int Count = 1 << 16;

    public static int Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var length = 0;
        plain?.TryWriteBytes(bytes, out length);
        var hash = new HashCode();
        hash.AddBytes(bytes[..Math.Min(length, 8)]);
        return (hash.ToHashCode() & int.MaxValue) % Count;
    }

    public static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
