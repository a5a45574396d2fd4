using System.Net;
using Orleans.Configuration;
using OrleansContest.Channels;
using OrleansContest.Grains;
using OrleansContest.Grains.Channels;
using OrleansContest.Metrics;
using OrleansContest.Storage.Postgres;

namespace OrleansContest.Silo;

/// <summary>Puts a member of the cluster together.</summary>
internal static class SiloComposition
{
    /// <summary>
    /// For 10 s after a silo that hangs has been declared dead, Orleans still sends over connections to it, and such calls end by
    /// time-out only; nothing in a silo that works takes that long.
    /// </summary>
    private static readonly TimeSpan answerWithin = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The same for Orleans' own calls. Among them is one that a stream's list of subscribers makes to whoever reads its queue, be it on a
    /// silo that hangs; meanwhile nobody can subscribe, so that no relay can move.
    /// </summary>
    private static readonly TimeSpan systemAnswerWithin = TimeSpan.FromSeconds(8);

    public static void AddContestSilo(this WebApplicationBuilder builder, ClusterOptions options, PostgresStorage storage)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services
            .AddSingleton(storage.Journal)
            .AddSingleton(storage.Snapshots)
            .AddSingleton(storage.FinalLeaderboards)
            .AddSingleton<IEnumerable<ChannelKind>>(ChannelKinds.All)
            .AddSingleton(new RosterOptions { Term = TimeSpan.FromSeconds(options.SeatTermSeconds) })
            .AddMetrics()
            .AddSingleton<MetricCollector>();
        builder.UseOrleans(silo => silo
            .UsePostgres(options)
            .UseAddress(options)
            .UseMembership(options)
            .AddContestGrains(options.PollMilliseconds, options.Queues));
    }

    private static ISiloBuilder UsePostgres(this ISiloBuilder silo, ClusterOptions options)
    {
        var tables = OrleansTables.ConnectionString(options.Postgres);
        return silo
            .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (OrleansTables.Invariant, tables))
            .UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (OrleansTables.Invariant, tables))
            .AddAdoNetGrainStorage(GrainsComposition.Store, store => (store.Invariant, store.ConnectionString) = (OrleansTables.Invariant, tables));
    }

    private static ISiloBuilder UseAddress(this ISiloBuilder silo, ClusterOptions options) => silo
        .Configure<Orleans.Configuration.ClusterOptions>(cluster =>
            (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId))
        .ConfigureEndpoints(IPAddress.Parse(options.Address), options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: false);

    private static ISiloBuilder UseMembership(this ISiloBuilder silo, ClusterOptions options) => silo
        .Configure<SiloMessagingOptions>(messaging =>
            (messaging.ResponseTimeout, messaging.SystemResponseTimeout) = (answerWithin, systemAnswerWithin))
        .Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(options.ProbeSeconds);
            membership.NumMissedProbesLimit = options.MissedProbes;
            // A new member must reach all that seem to live. After a power cut, one that does not come back seems to for 30 s (3 × this);
            // a member that starts sooner gives up after a while, and is let in when it is started again.
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
            membership.MaxJoinAttemptTime = TimeSpan.FromMinutes(2);
            membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
            membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });
}
