using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Serialization;

namespace OrleansContest.Channels;

/// <summary>What makes an Orleans client one of this cluster's.</summary>
public static class ChannelClient
{
    /// <summary>Adds the serialization of the channels' records, and the cluster's name. How to find the silos is left to the client.</summary>
    /// <param name="client">The client, of a gateway or of a program of somebody's own.</param>
    /// <param name="clusterId">As the silos have it in <c>Cluster:ClusterId</c>.</param>
    /// <param name="serviceId">As the silos have it in <c>Cluster:ServiceId</c>.</param>
    public static IClientBuilder AddChannels(this IClientBuilder client, string clusterId = "contest", string serviceId = "contest")
    {
        client.Services.AddSerializer(serializer => serializer.AddChannels());
        return client.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (clusterId, serviceId));
    }
}
