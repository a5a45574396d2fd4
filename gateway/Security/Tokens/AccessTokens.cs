using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OrleansContest.Gateway.Security.Tokens;

/// <summary>Issues the tokens of signed-in users, and checks those that are shown: ours, and another issuer's whose key is known.</summary>
internal sealed class AccessTokens(TokenKeys keys, TimeProvider clock)
{
    /// <summary>How long our own tokens live.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly string header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    /// <summary>Whether tokens can be issued: a secret is set.</summary>
    public bool CanIssue => keys.CanSign;

    public string Issue(string userId, string role)
    {
        var now = clock.GetUtcNow();
        var payload = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(payload))
        {
            json.WriteStartObject();
            json.WriteString("userId"u8, userId);
            json.WriteString("role"u8, role);
            json.WriteNumber("iat"u8, now.ToUnixTimeSeconds());
            json.WriteNumber("exp"u8, (now + Lifetime).ToUnixTimeSeconds());
            json.WriteEndObject();
        }

        var signed = $"{header}.{Base64Url.EncodeToString(payload.WrittenSpan)}";
        return $"{signed}.{Base64Url.EncodeToString(keys.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <returns>Null when the token does not hold: forged, expired, not yet valid, or not a token.</returns>
    public TokenClaims? Check(string text) =>
        SignedToken.Read(text) is { } token && keys.HasSigned(token) ? ClaimsOf(token.Payload) : null;

    private TokenClaims? ClaimsOf(JsonElement payload)
    {
        var now = clock.GetUtcNow();
        var isValid = MomentOf(payload, "exp") is { } expiresAt
            && expiresAt > now
            && (!payload.TryGetProperty("nbf"u8, out _) || MomentOf(payload, "nbf") <= now);
        return isValid && TextOf(payload, "userId") is { Length: > 0 and <= 128 } userId
            ? new TokenClaims(userId, TextOf(payload, "role"), MomentOf(payload, "exp")!.Value)
            : null;
    }

    private static string? TextOf(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A NumericDate: seconds since 1970, perhaps with a fraction. Source: RFC 7519, section 2.</summary>
    private static DateTimeOffset? MomentOf(JsonElement payload, string name)
    {
        const double lastSecond = 253_402_300_799;
        return payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= lastSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
    }
}
