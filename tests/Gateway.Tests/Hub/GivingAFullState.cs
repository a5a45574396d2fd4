using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Gateway.Contests;
using OrleansContest.Gateway.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>Whether a full state that is at hand is one for a subscriber.</summary>
public sealed class GivingAFullState
{
    private const string Epoch = "e1";

    private readonly ManualClock clock = new();
    private readonly SocketOptions sockets = new();
    private readonly Replica replica;
    private readonly CatchUpPlan plan;

    public GivingAFullState()
    {
        var options = new FeedOptions();
        replica = new Replica(options, clock);
        plan = new CatchUpPlan(replica, new CatchUpBlocks(replica, "contest:a"), options, sockets, clock);
        replica.Take(null, new CatchUp(At(5), [], new FullState(At(5), "{}"u8.ToArray())));
    }

    [Fact]
    public void Is_right_for_a_newcomer() => Assert.True(plan.MayGiveFull(Subscriber(Cursor.None)));

    [Fact]
    public void Is_wrong_for_who_has_more() => Assert.False(plan.MayGiveFull(Subscriber(Having(6))));

    /// <summary>They have that very state; more has come since than their socket takes, so a newer one is due.</summary>
    [Fact]
    public void Is_wrong_for_who_was_given_that_very_one()
    {
        var count = sockets.OutboxFrames + 1;
        replica.Take(new UpdateBatch(new ChannelId("contest", "a"), Epoch, 5, [.. Enumerable.Range(6, count).Select(Update)]));

        Assert.False(plan.FollowsCheaply(5));
        Assert.True(plan.MayGiveFull(Subscriber(Cursor.None)));
        Assert.False(plan.MayGiveFull(Subscriber(Having(5))));
    }

    private static Position At(long seq) => new(Epoch, seq);

    private static Cursor Having(long seq) => new(Epoch, seq, seq);

    private static Update Update(int seq) => new(seq, "changed", Encoding.UTF8.GetBytes($"{seq}"), default);

    private Subscription Subscriber(Cursor since)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        var socket = new SpectatorSocket(new DefaultHttpContext(), sockets, new GatewayMetrics(meters), clock);
        return new Subscription(socket, new VariantKey(new DialectFrames(), null), since, DialectReplies.Pong);
    }
}
