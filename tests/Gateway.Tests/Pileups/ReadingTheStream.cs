using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Pileups;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class ReadingTheStream(PileupFixture fixture) : IClassFixture<PileupFixture>
{
    private readonly string id = PileupFixture.NewId();

    [Fact]
    public async Task Begins_with_the_state_and_is_not_to_be_buffered_or_changed()
    {
        await fixture.PrepareAsync(id, "active W1AW");
        await using var stream = await fixture.ListenAsync(id);
        var (name, data) = (await stream.NextAsync())!.Value;

        Assert.Equal(("connected", "connected"), (name, (string?)data["type"]));
        Assert.Equal(["type", "data", "timestamp", "epoch", "seq"], data.Select(member => member.Key));
        Assert.Equal(1, (int)data["data"]!["queue_update"]!["total"]!);
        Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType?.MediaType);
        Assert.True(stream.Answer.Headers.CacheControl is { NoCache: true, NoTransform: true });
        Assert.Equal("no", Assert.Single(stream.Answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.Null(stream.Answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Resumes_without_hole_or_repeat_and_without_the_greeting(int missed)
    {
        await using var stays = await fixture.ListenAsync(id);
        await stays.HearAsync(1);
        string last;
        await using (var leaves = await fixture.ListenAsync(id))
        {
            await leaves.HearAsync(1);
            await AnnounceAsync(0, 3);
            await leaves.HearAsync(3);
            last = leaves.LastEventId!;
        }

        await AnnounceAsync(3, missed);
        await using var back = await fixture.ListenAsync(id, last);
        await AnnounceAsync(3 + missed, 2);

        var all = await stays.HearAsync(5 + missed);
        Assert.Equal(all.Skip(3), await back.HearAsync(2 + missed));
    }

    [Fact]
    public async Task Resumes_over_and_over_while_things_happen()
    {
        var announcing = AnnounceAsync(0, 400);
        List<string> heard = [];
        await using (var first = await fixture.ListenAsync(id))
        {
            var (_, greeting) = (await first.NextAsync())!.Value;
            var rest = 400 - (int)greeting["seq"]!;
            var last = first.LastEventId!;
            while (heard.Count < rest)
            {
                await using var again = await fixture.ListenAsync(id, last);
                heard.AddRange(await again.HearAsync(Math.Min(7, rest - heard.Count)));
                last = again.LastEventId!;
            }
        }

        await announcing;
        Assert.Contains("\"399 MHz\"", heard[^1], StringComparison.Ordinal);
        Assert.Equal(heard.Distinct(), heard);
    }

    [Theory]
    [InlineData("other:3")]
    [InlineData("nonsense")]
    public async Task Begins_anew_for_a_position_of_another_numbering(string position)
    {
        await using var stream = await fixture.ListenAsync(id);
        await stream.HearAsync(1);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/events/stream?pileup={id}");
        request.Headers.Add("Last-Event-ID", position);
        using var answer = await fixture.Public.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("event: connected", await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_socket_resumes_too()
    {
        string position;
        await using (var client = await fixture.ConnectAsync(id))
        {
            await AnnounceAsync(0, 1);
            await client.HearAsync(1);
            position = client.Chain.Position;
        }

        await AnnounceAsync(1, 3);
        await using var back = await PileupClient.ReturnAsync(PileupFixture.SocketOf(fixture.Gateway, id), position);
        Assert.Equal(3, (await back.HearAsync(3)).Count);
        await back.PingAsync();
    }

    /// <summary>A proxy that buffers nothing passes on what it gets, when it gets it.</summary>
    [Fact]
    public async Task Shows_every_thirty_seconds_that_it_is_alive_through_a_proxy_that_buffers_nothing()
    {
        var clock = new ManualClock();
        await using var gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await using var proxy = new PlainProxy(gateway.Client.BaseAddress!);
        using var through = new HttpClient { BaseAddress = proxy.Address };
        await using var stream = await PileupListener.ListenAsync(through, id);
        await stream.HearAsync(1);
        var position = stream.LastEventId;
        for (var n = 1; n <= 3; n++)
        {
            clock.Advance(PileupStream.KeepAliveEvery);
            var (name, data) = (await stream.NextAsync())!.Value;
            Assert.Equal(("keepalive", null, n), (name, data["seq"], stream.Comments.Count(comment => comment == "keepalive")));
        }

        Assert.Equal(position, stream.LastEventId);
    }

    [Fact]
    public async Task Ends_at_the_gateway_when_the_client_goes()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await using (var stream = await PileupListener.ListenAsync(gateway.Client, id))
        {
            await stream.HearAsync(1);
            Assert.Equal(1, await OpenAsync(gateway));
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await OpenAsync(gateway) > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> OpenAsync(RunningGateway gateway)
    {
        var figures = await gateway.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var line = figures.Split('\n').Single(line => line.StartsWith("contest_gateway_connections ", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task AnnounceAsync(int first, int count)
    {
        foreach (var n in Enumerable.Range(first, count))
        {
            await fixture.Pileup(id).AnnounceFrequency($"{n} MHz");
        }
    }
}
