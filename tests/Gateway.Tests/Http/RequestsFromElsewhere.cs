using System.Net;
using System.Net.WebSockets;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class RequestsFromElsewhere
{
    [Fact]
    public async Task A_foreign_page_may_send_nothing()
    {
        await using var gateway = await StartAsync();

        await Send(gateway, HttpMethod.Post, "https://evil.example").IsErrorAsync(HttpStatusCode.Forbidden);
        await Send(gateway, HttpMethod.Delete, "null").IsErrorAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_of_the_gateway_itself_may()
    {
        await using var gateway = await StartAsync();
        var own = gateway.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using var answer = await Send(gateway, HttpMethod.Post, own);
        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_was_pointed_at_this_machine_is_not_the_gateway_itself()
    {
        await using var gateway = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/logs") { Headers = { Host = "evil.example" } };
        request.Headers.Add("Origin", "http://evil.example");

        await gateway.Client.SendAsync(request).IsErrorAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_listed_page_may_and_its_browser_is_told_so()
    {
        await using var gateway = await StartAsync("--Security:Origins=https://log.example.org");

        using var answer = await Send(gateway, HttpMethod.Get, "https://log.example.org");
        Assert.Equal("https://log.example.org", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var post = await Send(gateway, HttpMethod.Post, "https://log.example.org");
        Assert.NotEqual(HttpStatusCode.Forbidden, post.StatusCode);
    }

    [Fact]
    public async Task A_listed_page_is_told_what_it_may_send()
    {
        await using var gateway = await StartAsync("--Security:Origins=https://log.example.org");
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/logs");
        request.Headers.Add("Origin", "https://log.example.org");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key");

        using var answer = await gateway.Client.SendAsync(request);
        Assert.Equal("https://log.example.org", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-api-key", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_that_is_almost_listed_may_not()
    {
        await using var gateway = await StartAsync("--Security:Origins=https://log.example.org");

        await Send(gateway, HttpMethod.Post, "https://log.example.org.evil.example").IsErrorAsync(HttpStatusCode.Forbidden);
        await Send(gateway, HttpMethod.Post, "http://log.example.org").IsErrorAsync(HttpStatusCode.Forbidden);
        using var read = await Send(gateway, HttpMethod.Get, "https://evil.example");
        Assert.False(read.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://log.example.org", HttpStatusCode.SwitchingProtocols)]
    [InlineData(null, HttpStatusCode.SwitchingProtocols)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Only_a_listed_page_or_a_program_opens_a_socket(string? origin, HttpStatusCode status)
    {
        await using var gateway = await StartAsync("--Security:Origins=https://log.example.org");
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        var open = socket.ConnectAsync(new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/ws" }.Uri, CancellationToken.None);
        await Task.WhenAny(open);
        Assert.Equal(status, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Every_answer_keeps_browsers_from_guessing_and_framing()
    {
        await using var gateway = await StartAsync();

        using var answer = await gateway.Client.GetAsync("/health/live");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Too_many_from_one_address_are_told_when_to_come_again()
    {
        await using var gateway = await StartAsync(
            "--Security:Limits:Loopback=true", "--Security:Limits:RequestsPerSecond=1", "--Security:Limits:Burst=3");
        for (var i = 0; i < 3; i++)
        {
            await gateway.Client.GetAsync("/health/live").IsAsync(HttpStatusCode.OK);
        }

        var refused = await FirstRefusedAsync(gateway);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        await Task.FromResult(refused).IsErrorAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task This_machine_is_not_limited_unless_asked()
    {
        await using var gateway = await StartAsync("--Security:Limits:RequestsPerSecond=1", "--Security:Limits:Burst=1");

        for (var i = 0; i < 20; i++)
        {
            await gateway.Client.GetAsync("/health/live").IsAsync(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task One_connection_too_many_from_an_address_is_closed()
    {
        await using var gateway = await StartAsync("--Security:Limits:Loopback=true", "--Security:Limits:Connections=1");
        await gateway.Client.GetAsync("/health/live").IsAsync(HttpStatusCode.OK);

        await Assert.ThrowsAsync<HttpRequestException>(() => gateway.Admin.GetAsync("/health/live"));
    }

    [Fact]
    public async Task Who_stands_behind_a_trusted_proxy_is_told_apart()
    {
        await using var gateway = await StartAsync(
            "--Security:Proxies=127.0.0.1", "--Security:Limits:RequestsPerSecond=1", "--Security:Limits:Burst=1");

        var refused = await FirstRefusedAsync(gateway, "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var other = await GetFromAsync(gateway, "203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_believed_who_only_says_that_he_is_a_proxy()
    {
        await using var gateway = await StartAsync("--Security:Limits:RequestsPerSecond=1", "--Security:Limits:Burst=1");

        for (var i = 0; i < 20; i++)
        {
            using var answer = await GetFromAsync(gateway, "203.0.113.7");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("198.51.100.7", "::ffff:198.51.100.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    public void Addresses_of_one_customer_share_a_slot(string one, string other) =>
        Assert.Equal(AddressSlot.Of(IPAddress.Parse(one)), AddressSlot.Of(IPAddress.Parse(other)));

    private static Task<RunningGateway> StartAsync(params string[] arguments) =>
        RunningGateway.StartAsync(
            builder => new FaultyEngine(new InvalidOperationException()).AddTo(builder.Services), arguments);

    private static Task<HttpResponseMessage> Send(RunningGateway gateway, HttpMethod method, string origin)
    {
        var request = new HttpRequestMessage(method, method == HttpMethod.Get ? "/health/live" : "/api/logs/c1.1");
        request.Headers.Add("Origin", origin);
        return gateway.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> FirstRefusedAsync(RunningGateway gateway, string? from = null)
    {
        while (true)
        {
            var answer = await GetFromAsync(gateway, from);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return answer;
            }
        }
    }

    private static Task<HttpResponseMessage> GetFromAsync(RunningGateway gateway, string? from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        return gateway.Client.SendAsync(request);
    }
}
