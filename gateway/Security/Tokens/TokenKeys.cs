using System.Security.Cryptography;
using System.Text;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Security.Tokens;

/// <summary>The keys that tokens are checked with. Which algorithm a key is for is the key's to say, never the token's.</summary>
internal sealed class TokenKeys : IDisposable
{
    /// <summary>Bytes that an HS256 secret has at least. Source: RFC 7518, section 3.2.</summary>
    public const int MinSecret = 32;

    private const int P256 = 256;
    private const int MinRsa = 2_048;

    private readonly byte[]? secret;
    private readonly RSA? rsa;
    private readonly ECDsa? ecdsa;

    /// <param name="secret">The HS256 secret; null when there is none.</param>
    /// <param name="publicKey">Another issuer's RSA or P-256 public key, PEM; null when there is none.</param>
    /// <exception cref="StartException">One of them cannot be used.</exception>
    public TokenKeys(string? secret, string? publicKey)
    {
        this.secret = secret is { Length: > 0 } ? SecretOf(Encoding.UTF8.GetBytes(secret)) : null;
        if (publicKey is { Length: > 0 })
        {
            rsa = ImportRsa(publicKey);
            ecdsa = rsa is null ? ImportEcdsa(publicKey) : null;
        }
    }

    /// <summary>Raw bytes of an HS256 secret, such as those of the standards' examples.</summary>
    internal TokenKeys(byte[] secret) => this.secret = SecretOf(secret);

    /// <summary>Whether tokens can be issued here.</summary>
    public bool CanSign => secret is not null;

    public byte[] Sign(ReadOnlySpan<byte> signed) =>
        HMACSHA256.HashData(secret ?? throw new InvalidOperationException("There is no secret to sign with."), signed);

    public bool HasSigned(SignedToken token) => token.Algorithm switch
    {
        "HS256" => secret is not null && CryptographicOperations.FixedTimeEquals(Sign(token.Signed), token.Signature),
        "RS256" => rsa?.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true,
        "ES256" => ecdsa?.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) == true,
        _ => false,
    };

    public void Dispose()
    {
        rsa?.Dispose();
        ecdsa?.Dispose();
    }

    private static byte[] SecretOf(byte[] secret) => secret.Length >= MinSecret
        ? secret
        : throw new StartException($"Security:JwtSecret has {secret.Length} bytes; at least {MinSecret} are needed. Set a longer one.");

    private static RSA? ImportRsa(string publicKey)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(publicKey);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            rsa.Dispose();
            return null;
        }

        return rsa.KeySize >= MinRsa ? rsa : throw Unusable($"an RSA key needs at least {MinRsa} bits");
    }

    private static ECDsa ImportEcdsa(string publicKey)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(publicKey);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            ecdsa.Dispose();
            throw Unusable("it is neither an RSA nor an EC public key in PEM");
        }

        return ecdsa.KeySize == P256 ? ecdsa : throw Unusable("an EC key is one of the curve P-256");
    }

    private static StartException Unusable(string reason) => new($"Security:JwtPublicKey cannot be used: {reason}. Correct or remove it.");
}
