using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;

namespace OrleansContest.Gateway.Security;

/// <summary>Who may do what.</summary>
internal sealed class SecurityOptions : IValidatableObject
{
    public const string Section = "Security";

    /// <summary>Opens every administrative call. Null: those calls answer 503.</summary>
    public string? MasterKey { get; set; }

    /// <summary>HS256 secret of the tokens of accounts, at least 32 bytes.</summary>
    public string? JwtSecret { get; set; }

    /// <summary>Public key (PEM) of another issuer whose RS256 or ES256 tokens are accepted.</summary>
    public string? JwtPublicKey { get; set; }

    /// <summary>Browser origins that may call, such as <c>https://log.example.org</c>. Default: the gateway's own address.</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Default: none.</summary>
    public string[] Proxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (JwtSecret is { Length: > 0 } secret && Encoding.UTF8.GetByteCount(secret) < 32)
        {
            yield return new("must have at least 32 bytes", [nameof(JwtSecret)]);
        }

        foreach (var origin in Origins.Where(origin => !IsOrigin(origin)))
        {
            yield return new($"'{origin}' is not an origin: write it like https://log.example.org, without a path", [nameof(Origins)]);
        }

        foreach (var proxy in Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            yield return new($"'{proxy}' is not an IP address", [nameof(Proxies)]);
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
