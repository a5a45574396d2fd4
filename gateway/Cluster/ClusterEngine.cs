using OrleansContest.Channels;

namespace OrleansContest.Gateway.Cluster;

/// <summary>Makes the gateway a client of the cluster.</summary>
internal static class ClusterEngine
{
    public static void AddTo(WebApplicationBuilder builder, Settings.ClusterOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(new FollowOptions());
        services.AddSingleton<SiloLoss>();
        services.AddSingleton<ClusterMetrics>();
        services.AddSingleton<ClusterChannels>();
        services.AddSingleton<IChannels>(provider => provider.GetRequiredService<ClusterChannels>());
        services.AddSingleton<ISeats>(provider => provider.GetRequiredService<ClusterChannels>());
        builder.UseOrleansClient(client => Configure(client, options));
    }

    private static void Configure(IClientBuilder client, Settings.ClusterOptions options)
    {
        client.AddChannels(options.ClusterId, options.ServiceId);
        client.UseAdoNetClustering(clustering =>
            (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", SearchContest(options.Postgres!)));
        client.Configure<Orleans.Configuration.GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        client.UseConnectionRetryFilter<ConnectionPatience>();
        client.AddOutgoingGrainCallFilter<FaultFilter>();
        client.AddOutgoingGrainCallFilter<LossFilter>();
        client.Services.AddSingleton<IClusterConnectionStatusObserver>(services => services.GetRequiredService<SiloLoss>());
    }

    /// <summary>Orleans finds its tables by the search path; they are in our schema. A few connections are enough to look for silos.</summary>
    private static string SearchContest(string postgres) => $"{postgres};Search Path=contest;Maximum Pool Size=4";
}
