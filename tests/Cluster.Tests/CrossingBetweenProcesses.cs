using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Cluster;

public sealed class CrossingBetweenProcesses
{
    private static readonly ChannelId channel = new("contest", "storm");

    private readonly Serializer serializer =
        new ServiceCollection().AddSerializer(builder => builder.AddChannels()).BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void A_fault_stays_what_it_is_with_its_cause()
    {
        var damage = new JournalDamagedException(channel, "table contest.journal, number 7", "the record is missing.");
        var arrived = Cross<Exception>(new ChannelUnavailableException(channel, damage.Message, damage));

        Assert.IsType<ChannelUnavailableException>(arrived);
        Assert.IsType<JournalDamagedException>(arrived.InnerException);
        Assert.Equal(damage.Message, arrived.InnerException.Message);
    }

    private T Cross<T>(T value) => serializer.Deserialize<T>(serializer.SerializeToArray(value));
}
