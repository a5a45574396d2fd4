using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.Gateway.Security;

/// <summary>A key or token that is shown to its owner once and afterwards known by its hash only.</summary>
/// <param name="Text">64 hex digits. Never logged, never stored.</param>
/// <param name="Hash">SHA-256 of the text, 64 lower-case hex digits.</param>
internal sealed record Secret(string Text, string Hash)
{
    public static Secret New()
    {
        var text = RandomNumberGenerator.GetHexString(64, lowercase: true);
        return new(text, HashOf(text));
    }

    public static string HashOf(string shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));

    public override string ToString() => "(secret)";
}
