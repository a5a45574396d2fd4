using Orleans.Streams;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>Where a channel's updates cross from silo to silo.</summary>
internal static class UpdateStream
{
    public const string Provider = "updates";

    private const string @namespace = "channel";

    public static IAsyncStream<UpdateBatch> Of(Grain grain, ChannelId channel) =>
        grain.GetStreamProvider(Provider).GetStream<UpdateBatch>(StreamId.Create(@namespace, channel.ToString()));
}
