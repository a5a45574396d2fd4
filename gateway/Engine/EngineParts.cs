using OrleansContest.Channels;
using OrleansContest.Embedded;
using OrleansContest.Gateway.Cluster;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Engine;

/// <summary>The engine that hosts the channels, and the kinds it hosts.</summary>
internal static class EngineParts
{
    /// <summary>The engine that was given, else the cluster's if one is set, else the embedded one.</summary>
    public static void AddEngine(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        if (builder.Services.Any(given => given.ServiceType == typeof(IChannels)))
        {
            return;
        }

        if (settings.Cluster.Postgres is { Length: > 0 })
        {
            ClusterEngine.AddTo(builder, settings.Cluster);
        }
        else
        {
            AddEmbedded(builder.Services, settings.Storage);
        }
    }

    private static void AddEmbedded(IServiceCollection services, StorageOptions storage)
    {
        var postgres = string.IsNullOrEmpty(storage.Postgres) ? null : storage.Postgres;
        services.AddSingleton(new EmbeddedOptions { DataFolder = storage.DataFolder, Postgres = postgres });
        services.AddSingleton<IEnumerable<ChannelKind>>(ChannelKinds.All);
        services.AddSingleton<EmbeddedHost>();
        services.AddSingleton<IChannels>(provider => provider.GetRequiredService<EmbeddedHost>());
        services.AddSingleton<ISeats>(provider => provider.GetRequiredService<EmbeddedHost>());
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedHost>());
    }
}
