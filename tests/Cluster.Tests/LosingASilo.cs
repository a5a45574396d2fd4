using System.Reflection;
using Orleans.Serialization.Invocation;
using OrleansContest.Gateway.Cluster;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

public sealed class LosingASilo
{
    private static readonly FollowOptions options = new();

    private readonly ManualClock clock = new();
    private readonly SiloLoss loss;
    private readonly LossFilter filter;

    public LosingASilo()
    {
        loss = new SiloLoss(options, clock);
        filter = new LossFilter(loss);
    }

    [Fact]
    public async Task Leaves_calls_under_way_a_moment_to_be_answered()
    {
        var call = new Call();
        var asking = filter.Invoke(call);
        loss.NotifyGatewayCountChanged(1, 2, false);
        clock.Advance(options.LossGrace / 2);
        call.Answer.SetResult();

        await asking;
    }

    [Fact]
    public async Task Ends_calls_that_are_not_answered_by_then()
    {
        var asking = filter.Invoke(new Call());
        loss.NotifyGatewayCountChanged(1, 2, false);
        clock.Advance(options.LossGrace);

        await Assert.ThrowsAsync<SiloUnavailableException>(() => asking);
    }

    [Fact]
    public async Task Does_not_concern_calls_that_begin_afterwards()
    {
        loss.NotifyGatewayCountChanged(1, 2, false);
        var call = new Call();
        var asking = filter.Invoke(call);
        clock.Advance(2 * options.LossGrace);
        call.Answer.SetResult();

        await asking;
    }

    [Fact]
    public async Task Is_not_what_a_silo_more_means()
    {
        var call = new Call();
        var asking = filter.Invoke(call);
        loss.NotifyGatewayCountChanged(2, 1, true);
        clock.Advance(2 * options.LossGrace);
        call.Answer.SetResult();

        await asking;
    }

    private sealed class Call : IOutgoingGrainCallContext
    {
        public TaskCompletionSource Answer { get; } = new();

        public IInvokable Request => throw new NotSupportedException();

        public object Grain => throw new NotSupportedException();

        public MethodInfo InterfaceMethod => throw new NotSupportedException();

        public GrainId? SourceId => null;

        public GrainId TargetId => default;

        public GrainInterfaceType InterfaceType => default;

        public string InterfaceName => "";

        public string MethodName => "";

        public object? Result { get; set; }

        public Response? Response { get; set; }

        public IGrainContext? SourceContext => null;

        public Task Invoke() => Answer.Task;
    }
}
