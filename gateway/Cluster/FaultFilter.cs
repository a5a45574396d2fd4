using OrleansContest.Channels;

namespace OrleansContest.Gateway.Cluster;

/// <summary>
/// Turns what goes wrong between here and a channel, its roster or the list of channels into the one fault that the gateway knows:
/// temporary, outcome unknown.
/// </summary>
internal sealed class FaultFilter : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception fault) when (IsOfAChannel(context) && fault is not ArgumentException and not ChannelUnavailableException)
        {
            throw new ChannelUnavailableException(NameOf(context), fault.Message, fault);
        }
    }

    private static bool IsOfAChannel(IOutgoingGrainCallContext context) => context.Grain is IChannel or IRosterGrain or IDirectoryGrain;

    private static ChannelId NameOf(IOutgoingGrainCallContext context)
    {
        var key = context.TargetId.Key.ToString()!;
        return ChannelId.TryParse(key, out var channel) ? channel : new ChannelId(context.TargetId.Type.ToString()!, key);
    }
}
