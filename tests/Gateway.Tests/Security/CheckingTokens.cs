using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OrleansContest.Gateway.Security.Tokens;
using OrleansContest.Gateway.Settings;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Security;

/// <summary>Examples of RFC 7515, appendix A.1 to A.3, and RFC 7519, section 3.1; and tokens that must not pass.</summary>
public sealed class CheckingTokens
{
    private const string StandardPayload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    private const string StandardSecret = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

    private const string Hs256 = $"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{StandardPayload}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private const string Rs256 =
        $"eyJhbGciOiJSUzI1NiJ9.{StandardPayload}."
        + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4"
        + "BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqv"
        + "hJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

    private const string Es256 =
        $"eyJhbGciOiJFUzI1NiJ9.{StandardPayload}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private static readonly string rsaKey = RsaPem(
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOW"
        + "vG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9k"
        + "G4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ");

    private static readonly string ecKey = EcPem("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");

    private static readonly DateTimeOffset noon = new(2026, 1, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly string secret = new('s', 32);

    [Fact]
    public void Agrees_with_the_standards_examples()
    {
        using var shared = new TokenKeys(Base64Url.DecodeFromChars(StandardSecret));
        using var rsa = new TokenKeys(null, rsaKey);
        using var ec = new TokenKeys(null, ecKey);

        Assert.True(shared.HasSigned(SignedToken.Read(Hs256)!));
        Assert.True(rsa.HasSigned(SignedToken.Read(Rs256)!));
        Assert.True(ec.HasSigned(SignedToken.Read(Es256)!));
    }

    [Fact]
    public void Finds_every_changed_byte_of_a_signature()
    {
        using var shared = new TokenKeys(Base64Url.DecodeFromChars(StandardSecret));
        using var rsa = new TokenKeys(null, rsaKey);
        using var ec = new TokenKeys(null, ecKey);
        foreach (var (keys, text) in new[] { (shared, Hs256), (rsa, Rs256), (ec, Es256) })
        {
            var token = SignedToken.Read(text)!;
            for (var i = 0; i < token.Signature.Length; i += 7)
            {
                var forged = token.Signature.ToArray();
                forged[i] ^= 1;
                Assert.False(keys.HasSigned(token with { Signature = forged }));
            }

            Assert.False(keys.HasSigned(token with { Signature = [] }));
        }
    }

    [Fact]
    public void Believes_a_key_only_for_its_own_algorithm()
    {
        // The old trick: a public key, known to all, taken for a shared secret.
        using var rsa = new TokenKeys(null, rsaKey);
        var signed = Unsigned("""{"alg":"HS256"}""", Claims());
        var confused = $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(rsaKey), Encoding.ASCII.GetBytes(signed)))}";

        Assert.Null(new AccessTokens(rsa, At(noon)).Check(confused));
        Assert.False(rsa.HasSigned(SignedToken.Read(Es256)!));
        Assert.False(rsa.HasSigned(SignedToken.Read(Hs256)!));
    }

    [Fact]
    public void Issues_what_it_accepts_for_a_day()
    {
        using var keys = new TokenKeys(secret, null);
        var clock = At(noon);
        var tokens = new AccessTokens(keys, clock);
        var token = tokens.Issue("u-1", "admin");

        Assert.Equal(new TokenClaims("u-1", "admin", noon.AddHours(24)), tokens.Check(token));
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(tokens.Check(token));
    }

    [Theory]
    [InlineData("""{"userId":"u-1"}""")]
    [InlineData("""{"userId":"u-1","exp":"9999999999"}""")]
    [InlineData("""{"userId":"u-1","exp":1769256000}""")]
    [InlineData("""{"userId":"u-1","exp":-1}""")]
    [InlineData("""{"userId":"u-1","exp":1e400}""")]
    [InlineData("""{"userId":"u-1","exp":9999999999,"nbf":1769256001}""")]
    [InlineData("""{"userId":"u-1","exp":9999999999,"nbf":"x"}""")]
    [InlineData("""{"userId":"","exp":9999999999}""")]
    [InlineData("""{"userId":7,"exp":9999999999}""")]
    [InlineData("""{"exp":9999999999}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Refuses_claims_that_do_not_hold(string claims) => Assert.Null(Check(Signed("""{"alg":"HS256"}""", claims)));

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"None"}""")]
    [InlineData("""{"alg":"hs256"}""")]
    [InlineData("""{"alg":"HS512"}""")]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{"alg":["HS256"]}""")]
    [InlineData("""{"alg":"HS256","crit":["b64"],"b64":false}""")]
    [InlineData("{}")]
    [InlineData("7")]
    public void Refuses_headers_that_it_does_not_know(string header) => Assert.Null(Check(Signed(header, Claims())));

    /// <summary>RFC 7519, section 6.1: an unsecured token.</summary>
    [Fact]
    public void Refuses_a_token_without_a_signature()
    {
        Assert.Null(Check("eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."));
        Assert.Null(Check(Unsigned("""{"alg":"HS256"}""", Claims()) + "."));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("a.b.c")]
    [InlineData("ä.ö.ü")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30=.AA")]
    public void Refuses_garbage(string text) => Assert.Null(Check(text));

    [Fact]
    public void Looks_at_nothing_that_is_too_long() =>
        Assert.Null(Check(Signed("""{"alg":"HS256"}""", $$"""{"userId":"u-1","exp":9999999999,"x":"{{new string('x', 4_096)}}"}""")));

    [Fact]
    public void Says_which_setting_is_wrong()
    {
        Assert.Contains("Security:JwtSecret", Assert.Throws<StartException>(() => new TokenKeys("short", null)).Message, StringComparison.Ordinal);
        Assert.Contains("Security:JwtPublicKey", Assert.Throws<StartException>(() => new TokenKeys(null, "no key")).Message, StringComparison.Ordinal);
        using var weak = RSA.Create(1_024);
        Assert.Contains("2048 bits", Assert.Throws<StartException>(() => new TokenKeys(null, weak.ExportSubjectPublicKeyInfoPem())).Message, StringComparison.Ordinal);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Contains("P-256", Assert.Throws<StartException>(() => new TokenKeys(null, other.ExportSubjectPublicKeyInfoPem())).Message, StringComparison.Ordinal);
    }

    private static string Claims() => """{"userId":"u-1","role":"user","exp":9999999999}""";

    private static TokenClaims? Check(string token)
    {
        using var keys = new TokenKeys(secret, null);
        return new AccessTokens(keys, At(noon)).Check(token);
    }

    private static string Unsigned(string header, string claims) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";

    private static string Signed(string header, string claims)
    {
        var signed = Unsigned(header, claims);
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static ManualClock At(DateTimeOffset now) => new(now);

    private static string RsaPem(string modulus)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = [1, 0, 1] });
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    private static string EcPem(string x, string y)
    {
        using var ec = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) },
        });
        return ec.ExportSubjectPublicKeyInfoPem();
    }
}
