using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.TestingHost;
using OrleansContest.Channels;
using OrleansContest.Gateway.Cluster;
using OrleansContest.Grains;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>A cluster of two silos in this process, on a PostgreSQL of the test's own.</summary>
public sealed class TwoSilos : IEngineUnderTest, ISeatsUnderTest, IAsyncLifetime
{
    private readonly ManualClock leaseClock = new();

    private PostgresStorage? storage;
    private ClusterChannels? channels;

    public IChannels Channels => channels!;

    public ISeats Seats => channels!;

    public string Database { get; private set; } = "";

    public InProcessTestCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (PostgresServer.WhyAbsent is not null)
        {
            return;
        }

        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        storage = await PostgresStorage.OpenAsync(Database, NullLogger.Instance, default);
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) => Configure(silo));
        builder.ConfigureClient(client => client.Services.AddSerializer(serializer => serializer.AddChannels()));
        builder.ConfigureClient(client => client.AddOutgoingGrainCallFilter<FaultFilter>());
        Cluster = builder.Build();
        await Cluster.DeployAsync();
        channels = Connect();
    }

    /// <summary>The channels as one more gateway sees them, with observers of its own.</summary>
    internal ClusterChannels Connect()
    {
        var (options, clock) = (new FollowOptions(), TimeProvider.System);
        var metrics = new ClusterMetrics(Cluster.Client.ServiceProvider.GetRequiredService<IMeterFactory>());
        return new ClusterChannels(Cluster.Client, options, new SiloLoss(options, clock), metrics, clock, NullLogger<ClusterChannels>.Instance);
    }

    /// <summary>Ends every activation, so that channels come back from the journal, wherever that may be.</summary>
    public Task LoseMemoryAsync() =>
        Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public void Pass(TimeSpan time) => leaseClock.Advance(time);

    public async ValueTask DisposeAsync()
    {
        if (storage is not null)
        {
            await Cluster.DisposeAsync();
            await storage.DisposeAsync();
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private void Configure(ISiloBuilder silo)
    {
        silo.Services.AddSingleton(storage!.Journal).AddSingleton(storage.Snapshots).AddSingleton(storage.FinalLeaderboards).AddSingleton<IEnumerable<ChannelKind>>(ChannelKinds.All);
        silo.Services.AddSingleton(new SteadyClock(leaseClock));
        silo.AddAdoNetGrainStorage(
            GrainsComposition.Store,
            store => (store.Invariant, store.ConnectionString) = (OrleansTables.Invariant, OrleansTables.ConnectionString(Database)));
        silo.UseInMemoryReminderService();
        silo.AddContestGrains(pollMilliseconds: 10, queues: 2);
    }
}
