using System.Net;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class AnEngineThatFails
{
    private const string Inside = "Password=hush; at Secret.Method()";

    private static readonly ChannelId channel = new("contest", "c1");

    [Fact]
    public async Task Is_answered_as_temporary_when_it_says_so()
    {
        await using var gateway = await StartAsync(new ChannelUnavailableException(channel, Inside));

        using var answer = await gateway.Client.GetAsync("/api/contests/c1");
        Assert.Equal("1", answer.Headers.GetValues("Retry-After").Single());
        await Task.FromResult(answer).IsErrorAsync(
            HttpStatusCode.ServiceUnavailable, "This cannot be answered now; the same call may safely be made again");
    }

    [Fact]
    public async Task Is_answered_as_stopped_when_a_journal_is_damaged()
    {
        await using var gateway = await StartAsync(new JournalDamagedException(channel, Inside, Inside));
        const string stopped = "This channel is stopped because its journal is damaged; see the log of the server";

        await gateway.Client.GetAsync("/api/contests/c1").IsErrorAsync(HttpStatusCode.ServiceUnavailable, stopped);
    }

    [Fact]
    public async Task Is_answered_as_stopped_when_the_damage_is_the_cause()
    {
        await using var gateway = await StartAsync(
            new ChannelUnavailableException(channel, Inside, new JournalDamagedException(channel, Inside, Inside)));
        const string stopped = "This channel is stopped because its journal is damaged; see the log of the server";

        await gateway.Client.GetAsync("/api/contests/c1").IsErrorAsync(HttpStatusCode.ServiceUnavailable, stopped);
    }

    [Theory]
    [InlineData("GET", "/api/contests/c1")]
    [InlineData("GET", "/api/contests")]
    [InlineData("GET", "/api/logs?contestId=c1")]
    [InlineData("GET", "/api/stats/scoreboard?contestId=c1")]
    [InlineData("DELETE", "/api/logs/c1.1")]
    public async Task Is_answered_without_its_inside_and_logged_once_when_nobody_foresaw_it(string method, string path)
    {
        await using var gateway = await StartAsync(new InvalidOperationException(Inside));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        await gateway.Client.SendAsync(request).IsErrorAsync(HttpStatusCode.InternalServerError, "Internal error");
        Assert.Contains(Inside, Assert.Single(gateway.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_alive_but_not_ready()
    {
        await using var gateway = await StartAsync(new ChannelUnavailableException(channel, Inside));

        await gateway.Client.GetAsync("/health/live").IsAsync(HttpStatusCode.OK);
        await gateway.Client.GetAsync("/health/ready").IsErrorAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Is_not_ready_while_it_hangs()
    {
        await using var gateway = await StartAsync(null);

        await gateway.Client.GetAsync("/health/ready").IsErrorAsync(HttpStatusCode.ServiceUnavailable);
    }

    private static Task<RunningGateway> StartAsync(Exception? fault) =>
        RunningGateway.StartAsync(builder => new FaultyEngine(fault).AddTo(builder.Services));
}
