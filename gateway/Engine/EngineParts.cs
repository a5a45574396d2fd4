using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Embedded;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Engine;

/// <summary>The engine that hosts the channels, and the kinds it hosts.</summary>
internal static class EngineParts
{
    /// <summary>The embedded engine, unless another one was given.</summary>
    public static void AddEngine(this IServiceCollection services, StorageOptions storage)
    {
        if (services.Any(given => given.ServiceType == typeof(IChannels)))
        {
            return;
        }

        services.AddSingleton(new EmbeddedOptions { DataFolder = storage.DataFolder, Postgres = storage.Postgres is { Length: > 0 } postgres ? postgres : null });
        services.AddSingleton(ContestChannel.Kind);
        services.AddSingleton<EmbeddedHost>();
        services.AddSingleton<IChannels>(provider => provider.GetRequiredService<EmbeddedHost>());
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedHost>());
    }
}
