using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using OrleansContest.Grains;
using OrleansContest.Silo;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster.Providers;

/// <summary>Silos as they are composed, on a database of their own, for Orleans' providers in them; none is started.</summary>
public sealed class ComposedSilo : IAsyncLifetime
{
    private readonly List<WebApplication> silos = [];
    private string postgres = "";
    private PostgresStorage storage = null!;

    public async Task InitializeAsync()
    {
        if (PostgresServer.WhyAbsent is null)
        {
            postgres = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
            storage = await PostgresStorage.OpenAsync(postgres, NullLogger.Instance, default);
        }
    }

    public async Task DisposeAsync()
    {
        await Task.WhenAll(silos.Select(silo => silo.DisposeAsync().AsTask()));
        await (storage?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The table of members of a cluster of its own, or of one that was named.</summary>
    public async Task<IMembershipTable> MembershipAsync(string? cluster = null)
    {
        var table = Services(cluster ?? NewName(), "contest").GetRequiredService<IMembershipTable>();
        await table.InitializeMembershipTable(tryInitTableVersion: true);
        return table;
    }

    public async Task<IGrainStorage> StorageAsync()
    {
        var store = Services("contest", NewName()).GetRequiredKeyedService<IGrainStorage>(GrainsComposition.Store);
        var lifecycle = new SiloLifecycleSubject(NullLogger<SiloLifecycleSubject>.Instance);
        ((ILifecycleParticipant<ISiloLifecycle>)store).Participate(lifecycle);
        await lifecycle.OnStart();
        return store;
    }

    public async Task<IReminderTable> RemindersAsync()
    {
        var table = Services("contest", NewName()).GetRequiredService<IReminderTable>();
        await table.StartAsync();
        return table;
    }

    public static string NewName() => $"{Guid.NewGuid():n}";

    private IServiceProvider Services(string cluster, string service)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddContestSilo(new ClusterOptions { Postgres = postgres, ClusterId = cluster, ServiceId = service }, storage);
        var silo = builder.Build();
        silos.Add(silo);
        return silo.Services;
    }
}
