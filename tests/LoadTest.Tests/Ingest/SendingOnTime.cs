using System.Net;
using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Ingest;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.Testing;

namespace OrleansContest.LoadTest.Tests.Ingest;

public sealed class SendingOnTime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly ManualClock clock = new();
    private readonly LatencyHistogram acknowledged = new();
    private readonly Failures failures = new();

    [Fact]
    public async Task Counts_from_the_moment_that_was_meant_when_the_server_stalls()
    {
        using var server = new HeldServer();
        var running = Lane(server, rate: 10, seconds: 1).RunAsync(CancellationToken.None, CancellationToken.None);

        // It stalls with the first of ten, which are 100 ms apart, and answers all when the last has been due for 100 ms.
        await server.AskedAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        server.AnswerAll();
        await running.WaitAsync(patience);

        Assert.Equal(10, acknowledged.Count);
        Assert.Equal(1_000, acknowledged.Max.TotalMilliseconds);
        Assert.InRange(acknowledged.Percentile(0.5).TotalMilliseconds, 500, 505);
        Assert.InRange(acknowledged.Percentile(0.1).TotalMilliseconds, 100, 101);
    }

    [Fact]
    public async Task Sends_again_until_it_is_known_what_became_of_it()
    {
        using var server = new HeldServer(HttpStatusCode.ServiceUnavailable, HttpStatusCode.Created);
        server.AnswerAll();
        var lane = Lane(server, rate: 1, seconds: 1);
        var running = lane.RunAsync(CancellationToken.None, CancellationToken.None);
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await running;
        Assert.Equal(1, lane.Acknowledged);
        Assert.False(lane.HasUnknown);
        Assert.Equal(2, server.Asked);
    }

    [Fact]
    public async Task Ends_the_run_when_it_is_refused()
    {
        using var server = new HeldServer(HttpStatusCode.Unauthorized);
        server.AnswerAll();

        var refusal = await Assert.ThrowsAsync<LoadException>(() => Lane(server, 1, 1).RunAsync(CancellationToken.None, CancellationToken.None).WaitAsync(patience));

        Assert.Contains("--key", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_know_what_became_of_what_was_under_way_at_the_end()
    {
        using var server = new HeldServer();
        using var stop = new CancellationTokenSource();
        var lane = Lane(server, 1, 1);
        var running = lane.RunAsync(stop.Token, stop.Token);
        await server.AskedAsync();

        await stop.CancelAsync();
        await running.WaitAsync(patience);

        Assert.Equal(0, lane.Acknowledged);
        Assert.True(lane.HasUnknown);
    }

    [Fact]
    public void Is_due_at_a_constant_rate_in_turn_over_the_lanes()
    {
        var schedule = new Schedule(10, 3, TimeSpan.FromSeconds(1), clock) { Start = 1_000 };

        Assert.Equal(10, schedule.Count);
        Assert.Equal(1_000, schedule.DueAt(0, 1));
        Assert.Equal(1_000 + TimeSpan.FromMilliseconds(100).Ticks, schedule.DueAt(1, 1));
        Assert.Equal(1_000 + TimeSpan.FromMilliseconds(900).Ticks, schedule.DueAt(0, 4));
        Assert.Null(schedule.DueAt(1, 4));
        Assert.Null(schedule.DueAt(0, 0));
    }

    private Lane Lane(HeldServer server, double rate, double seconds)
    {
        var http = new HttpClient(server) { BaseAddress = new Uri("http://server") };
        var schedule = new Schedule(rate, 1, TimeSpan.FromSeconds(seconds), clock) { Start = clock.GetTimestamp() };
        return new Lane(0, new ContestKind(), new StagedChannel("c", null), 0, new LaneTools(new GatewayApi(http, null, null), http, schedule, acknowledged, failures, clock));
    }

    /// <summary>Answers nothing until it is told to.</summary>
    private sealed class HeldServer(params HttpStatusCode[] answers) : HttpMessageHandler
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public int Asked => Volatile.Read(ref count);

        public Task AskedAsync() => asked.Task.WaitAsync(patience);

        public void AnswerAll() => open.TrySetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref count) - 1;
            asked.TrySetResult();
            await open.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage(number < answers.Length ? answers[number] : HttpStatusCode.Created) { Content = new StringContent("{}") };
        }
    }
}
