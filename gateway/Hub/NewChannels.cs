using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Word that a channel was created through this gateway. Without it, combined feeds find the channel by themselves a little later.</summary>
internal sealed class NewChannels
{
    public event Action<ChannelId>? Created;

    public void Tell(ChannelId channel) => Created?.Invoke(channel);
}
