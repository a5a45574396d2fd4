using OrleansContest.Channels;

namespace OrleansContest.Gateway.Cluster;

/// <summary>Turns what goes wrong between here and a channel into the one fault that the gateway knows: temporary, outcome unknown.</summary>
internal sealed class FaultFilter : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception fault) when (context.Grain is IChannel && fault is not ArgumentException and not ChannelUnavailableException)
        {
            throw new ChannelUnavailableException(NameOf(context), fault.Message, fault);
        }
    }

    private static ChannelId NameOf(IOutgoingGrainCallContext context)
    {
        ChannelId.TryParse($"{context.TargetId.Type}:{context.TargetId.Key}", out var channel);
        return channel;
    }
}
