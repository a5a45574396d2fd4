using System.Threading.Channels;
using OrleansContest.Channels;
using OrleansContest.Grains;
using OrleansContest.Grains.Channels;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

public sealed class RelayingToAGateway : IDisposable
{
    private static readonly RelayOptions options = new() { MaxWaiting = 3 };

    private readonly ManualClock clock = new();
    private readonly GrainsMetrics metrics = new();
    private readonly Gateway gateway = new();
    private readonly RelayedObserver relayed;

    public RelayingToAGateway() => relayed = new RelayedObserver(gateway, options, metrics, clock);

    [Fact]
    public async Task Sends_one_message_at_a_time_and_then_all_that_waited()
    {
        SendTo(3);
        Assert.Equal((0, 1), await gateway.NextAsync());

        gateway.Answer();
        Assert.Equal((1, 3), await gateway.NextAsync());
    }

    [Fact]
    public async Task Goes_on_when_an_answer_stays_away()
    {
        SendTo(2);
        Assert.Equal((0, 1), await gateway.NextAsync());

        clock.Advance(options.AnswerWithin);
        Assert.Equal((1, 2), await gateway.NextAsync());
    }

    [Fact]
    public async Task Leaves_out_the_oldest_where_too_much_waits()
    {
        SendTo(6);
        Assert.Equal((0, 1), await gateway.NextAsync());

        gateway.Answer();
        Assert.Equal((3, 6), await gateway.NextAsync());
    }

    public void Dispose() => metrics.Dispose();

    /// <summary>Sends one update after another, up to that number.</summary>
    private void SendTo(long last)
    {
        for (var seq = 1L; seq <= last; seq++)
        {
            var update = new Update(seq, "logEntry:created", "{}"u8.ToArray(), default);
            relayed.Send(new UpdateBatch(new ChannelId("contest", "storm"), "e", seq - 1, [update]));
        }
    }

    private sealed class Gateway : IUpdateObserver
    {
        private readonly Channel<UpdateBatch> messages = Channel.CreateUnbounded<UpdateBatch>();
        private TaskCompletionSource answer = new();

        public Task Published(UpdateBatch batch)
        {
            answer = new TaskCompletionSource();
            messages.Writer.TryWrite(batch);
            return answer.Task;
        }

        /// <summary>The next message: after which number it comes, and its last.</summary>
        public async Task<(long After, long Last)> NextAsync()
        {
            var batch = await messages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            return (batch.After, batch.Last);
        }

        public void Answer() => answer.SetResult();
    }
}
