using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Security.Tokens;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class SigningIn(QuizFixture gateway) : IClassFixture<QuizFixture>
{
    [Fact]
    public async Task Whoever_signs_up_has_a_token_at_once()
    {
        var answer = await gateway.Client.PostJsonAsync("/auth/signup", QuizFixture.Newcomer("Ann Lee", "ann@example.org", "secret")).IsAsync(HttpStatusCode.Created);
        var user = answer.GetProperty("user");
        using var client = gateway.Showing(answer.GetProperty("token").GetString()!);
        var me = await client.GetAsync("/auth/me").IsAsync(HttpStatusCode.OK);

        Assert.NotEmpty(answer.GetProperty("message").GetString()!);
        Assert.Equal(["id", "name", "email", "role", "createdAt"], user.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Ann Lee", "ann@example.org", "USER"), (Text(user, "name"), Text(user, "email"), Text(user, "role")));
        Assert.Equal(user.GetRawText(), me.GetProperty("user").GetRawText());
    }

    [Fact]
    public async Task The_right_password_gives_a_token_whatever_the_case_of_the_address()
    {
        var ann = await gateway.SignUpAsync();
        var answer = await SignInAsync(ann.Email.ToUpperInvariant(), QuizFixture.Password).IsAsync(HttpStatusCode.OK);

        Assert.Equal(ann.Id, Text(answer.GetProperty("user"), "id"));
        using var client = gateway.Showing(Text(answer, "token")!);
        await client.GetAsync("/auth/me").IsAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike()
    {
        var ann = await gateway.SignUpAsync();

        await SignInAsync(ann.Email, "Correct horse").IsErrorAsync(HttpStatusCode.Unauthorized, "Invalid email or password");
        await SignInAsync("nobody@example.org", "Correct horse").IsErrorAsync(HttpStatusCode.Unauthorized, "Invalid email or password");
    }

    [Fact]
    public async Task An_address_is_taken_once()
    {
        var ann = await gateway.SignUpAsync();

        await gateway.Client.PostJsonAsync("/auth/signup", QuizFixture.Newcomer("Eve", ann.Email.ToUpperInvariant(), "secret"))
            .IsErrorAsync(HttpStatusCode.Conflict, "User with this email already exists");
        await SignInAsync(ann.Email, QuizFixture.Password).IsAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"name":"Ann","email":"a1@example.org","password":"short"}""")]
    [InlineData("""{"name":"Ann","email":"a1@example.org"}""")]
    [InlineData("""{"name":"","email":"a1@example.org","password":"secret"}""")]
    [InlineData("""{"name":"Ann\u0007","email":"a1@example.org","password":"secret"}""")]
    [InlineData("""{"email":"a1@example.org","password":"secret"}""")]
    [InlineData("""{"name":"Ann","email":"example.org","password":"secret"}""")]
    [InlineData("""{"name":"Ann","email":"a1 @example.org","password":"secret"}""")]
    [InlineData("""{"name":"Ann","email":"a1@b@example.org","password":"secret"}""")]
    [InlineData("""{"name":"Ann","email":"a1@example.org","password":123456}""")]
    [InlineData("""["Ann"]""")]
    [InlineData("""{"name":""")]
    public async Task Bad_input_opens_no_account(string body)
    {
        await gateway.Client.PostJsonAsync("/auth/signup", body).IsErrorAsync(HttpStatusCode.BadRequest);

        await SignInAsync("a1@example.org", "secret").IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_password_too_long_to_be_one_is_refused_before_it_is_hashed() =>
        await SignInAsync("a@example.org", new string('x', 257)).IsErrorAsync(HttpStatusCode.BadRequest);

    [Fact]
    public async Task No_token_is_401_and_a_bad_one_403()
    {
        using var garbage = gateway.Showing("garbage");
        using var stranger = gateway.Showing(TokenOf("nobody"));

        await gateway.Client.GetAsync("/auth/me").IsErrorAsync(HttpStatusCode.Unauthorized);
        await garbage.GetAsync("/auth/me").IsErrorAsync(HttpStatusCode.Forbidden);
        await stranger.GetAsync("/auth/me").IsErrorAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_address_of_the_settings_is_an_administrators()
    {
        var head = await gateway.SignUpAsync(QuizFixture.AdminEmail.ToLowerInvariant());
        var me = await head.Client.GetAsync("/auth/me").IsAsync(HttpStatusCode.OK);

        Assert.Equal("ADMIN", Text(me.GetProperty("user"), "role"));
    }

    [Fact]
    public async Task No_password_is_kept_or_logged()
    {
        const string password = "never to be seen 4711";
        await gateway.Client.PostJsonAsync("/auth/signup", QuizFixture.Newcomer("Ann", "kept@example.org", password)).IsAsync(HttpStatusCode.Created);
        await SignInAsync("kept@example.org", password + "?").IsErrorAsync(HttpStatusCode.Unauthorized);

        Assert.Contains(gateway.KeptAccounts(), text => text.Contains("kept@example.org", StringComparison.Ordinal));
        Assert.All(gateway.KeptAccounts().Concat(gateway.Log), text => Assert.DoesNotContain(password, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_signs_in_where_there_is_no_secret_to_sign_with()
    {
        await using var closed = await RunningGateway.StartAsync();

        await closed.Client.PostJsonAsync("/auth/signin", """{"email":"a@example.org","password":"secret"}""").IsErrorAsync(HttpStatusCode.ServiceUnavailable);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private string TokenOf(string userId)
    {
        using var keys = new TokenKeys(QuizFixture.Secret, null);
        return new AccessTokens(keys, gateway.Clock).Issue(userId, "ADMIN");
    }

    private Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        gateway.Client.PostJsonAsync("/auth/signin", JsonSerializer.Serialize(new { email, password }));
}
