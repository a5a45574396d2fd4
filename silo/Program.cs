using OrleansContest;
using OrleansContest.Channels;
using OrleansContest.Metrics;
using OrleansContest.Silo;
using OrleansContest.Storage.Postgres;

var builder = WebApplication.CreateBuilder([.. args.Where(argument => argument != AttachedLifetime.Flag)]);
if (args.Contains(AttachedLifetime.Flag))
{
    builder.Services.AddSingleton<IHostLifetime, AttachedLifetime>();
}

using var startLog = LoggerFactory.Create(logging => logging.AddSimpleConsole());
try
{
    var options = ClusterConfiguration.Read(builder.Configuration);
    await using var storage = await PostgresStorage.OpenAsync(options.Postgres, startLog.CreateLogger("Storage"), CancellationToken.None);
    builder.AddContestSilo(options, storage);
    await using var app = builder.Build();
    app.Services.GetRequiredService<MetricCollector>();
    app.MapSiloHealth();
    app.MapMetrics();
    try
    {
        await app.StartAsync();
    }
    catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
    {
        return 0; // Asked to stop before it had joined.
    }

    await using var matches = storage.FollowMatches(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Storage"), TimeProvider.System);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StorageUnusableException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
