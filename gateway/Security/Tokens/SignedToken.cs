using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OrleansContest.Gateway.Security.Tokens;

/// <summary>A JSON web token in its compact form, taken apart. Nothing in it is to be believed before its signature was checked.</summary>
/// <remarks>Source: RFC 7515, section 3.1, and RFC 7519.</remarks>
/// <param name="Algorithm">The header's <c>alg</c>.</param>
/// <param name="Signed">What the signature is of.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Payload">The claims: a JSON object.</param>
internal sealed record SignedToken(string Algorithm, byte[] Signed, byte[] Signature, JsonElement Payload)
{
    /// <summary>Longer ones are not looked at.</summary>
    public const int MaxLength = 4_096;

    private static readonly JsonDocumentOptions bounds = new() { MaxDepth = 4 };

    /// <returns>Null when it is no such token, or one that demands extensions to be understood.</returns>
    public static SignedToken? Read(string text)
    {
        if (text.Length > MaxLength || text.Split('.') is not [var header, var payload, var signature])
        {
            return null;
        }

        return ReadObject(header) is { } head && ReadObject(payload) is { } claims && Decode(signature) is { } bytes
            && head.TryGetProperty("alg"u8, out var algorithm) && algorithm.ValueKind == JsonValueKind.String && !head.TryGetProperty("crit"u8, out _)
            ? new SignedToken(algorithm.GetString()!, Encoding.ASCII.GetBytes($"{header}.{payload}"), bytes, claims)
            : null;
    }

    private static JsonElement? ReadObject(string part)
    {
        if (Decode(part) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, bounds);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null when it is not base64url without padding.</returns>
    private static byte[]? Decode(string part) =>
        !part.Contains('=') && Base64Url.IsValid(part) && !part.Any(char.IsWhiteSpace) ? Base64Url.DecodeFromChars(part) : null;
}
