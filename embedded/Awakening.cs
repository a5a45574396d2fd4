using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>Brings back, beside all else, the channels that run by themselves: nobody may ask for them for long.</summary>
internal static class Awakening
{
    /// <summary>What is wrong with one channel is told, and keeps no other asleep.</summary>
    public static async Task RunAsync(IChannels channels, IEnumerable<ChannelKind> kinds, ILogger logger, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            foreach (var kind in kinds.Where(kind => kind.RunsByItself))
            {
                foreach (var id in await channels.ListAsync(kind.Name, cancellationToken))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await WakeAsync(channels, new ChannelId(kind.Name, id), logger);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The engine ends: nothing is to be woken any more.
        }
        catch (Exception fault)
        {
            EmbeddedLog.NotListed(logger, fault);
        }
    }

    private static async Task WakeAsync(IChannels channels, ChannelId channel, ILogger logger)
    {
        try
        {
            await channels.Get(channel).CatchUp(null);
        }
        catch (ChannelUnavailableException fault)
        {
            EmbeddedLog.NotWoken(logger, fault, channel.ToString());
        }
    }
}
