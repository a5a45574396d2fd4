using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class LettingParticipantsIn(QuizWorld world) : IClassFixture<QuizWorld>
{
    private static readonly (int, string) refused = (4001, "Authentication failed: Invalid or expired token");

    /// <summary>What the claims and the header of a token may have wrong.</summary>
    public static TheoryData<string, string, string> Bad { get; } = new()
    {
        { "no algorithm", """{"alg":"none"}""", """{"userId":"ann","exp":4102444800}""" },
        { "algorithm of another key", """{"alg":"RS256"}""", """{"userId":"ann","exp":4102444800}""" },
        { "unknown algorithm", """{"alg":"HS512"}""", """{"userId":"ann","exp":4102444800}""" },
        { "expired", """{"alg":"HS256"}""", """{"userId":"ann","exp":1769256000}""" },
        { "not yet valid", """{"alg":"HS256"}""", """{"userId":"ann","exp":4102444800,"nbf":1769256001}""" },
        { "without an end", """{"alg":"HS256"}""", """{"userId":"ann"}""" },
        { "without a user", """{"alg":"HS256"}""", """{"exp":4102444800}""" },
        { "no claims", """{"alg":"HS256"}""", "[]" },
        { "oversized", """{"alg":"HS256"}""", $$"""{"userId":"ann","exp":4102444800,"more":"{{new string('x', 5_000)}}"}""" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Is_refused_with_a_token_that_is(string what, string header, string claims)
    {
        var contestant = await world.ConnectAsync(Signed(header, claims, QuizWorld.Secret));

        Assert.True(refused == await contestant.EndAsync(), what);
        Assert.Empty(contestant.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("%00%ff")]
    public async Task Is_refused_with_what_is_no_token(string shown)
    {
        var contestant = await world.ConnectAsync(shown);

        Assert.Equal(refused, await contestant.EndAsync());
    }

    [Fact]
    public async Task Is_refused_with_a_token_that_somebody_else_signed_or_changed()
    {
        var good = Signed("""{"alg":"HS256"}""", """{"userId":"ann","exp":4102444800}""", QuizWorld.Secret);
        foreach (var token in new[] { Signed("""{"alg":"HS256"}""", """{"userId":"ann","exp":4102444800}""", new string('x', 32)), good[..^2], good.Insert(60, "A") })
        {
            Assert.Equal(refused, await (await world.ConnectAsync(token)).EndAsync());
        }
    }

    [Fact]
    public async Task Is_refused_when_the_user_is_not_known()
    {
        var stranger = await world.ConnectAsync(world.TokenOf("nobody"));

        Assert.Equal((4002, "User not found"), await stranger.EndAsync());
    }

    [Fact]
    public async Task Is_refused_while_nobody_can_be_looked_up()
    {
        var (_, token) = await world.PersonAsync();
        world.Channels.IsDown = true;
        try
        {
            Assert.Equal((4003, "Server error during authentication"), await (await world.ConnectAsync(token)).EndAsync());
        }
        finally
        {
            world.Channels.IsDown = false;
        }
    }

    [Fact]
    public async Task Works_with_a_token_in_the_header_too()
    {
        var (_, token) = await world.PersonAsync();
        using var contestant = await Contestant.ConnectAsync(world.Gateways[0].Client.BaseAddress!, "/ws/contest", bearer: token);

        await contestant.HearsNothingAsync();
    }

    private static string Signed(string header, string claims, string secret)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }
}
