using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.Gateway.Security;

/// <summary>The key of every administrative call, kept as a hash and compared in constant time.</summary>
internal sealed class MasterKey(string? key)
{
    private readonly byte[]? hash = string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool IsSet => hash is not null;

    public bool Opens(string? shown) =>
        hash is not null
        && !string.IsNullOrEmpty(shown)
        && CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
}
