using Microsoft.Extensions.Logging;
using OrleansContest.Channels;
using OrleansContest.Storage;
using OrleansContest.Storage.Files;
using OrleansContest.Storage.Matches;
using OrleansContest.Storage.Postgres;

namespace OrleansContest.Embedded;

/// <summary>The engine of one process: channels, their storage, and the sweep that lets idle ones rest.</summary>
public sealed class EmbeddedEngine : IAsyncDisposable
{
    private readonly IStorage storage;
    private readonly RunnerMetrics metrics;
    private readonly EmbeddedChannels channels;
    private readonly ITimer sweep;
    private readonly MatchFollower? matches;
    private readonly CancellationTokenSource stop = new();
    private readonly Task waking;
    private Task resting = Task.CompletedTask;

    private EmbeddedEngine(IStorage storage, IEnumerable<ChannelKind> kinds, EmbeddedOptions options, ILogger logger, TimeProvider clock)
    {
        this.storage = storage;
        metrics = new RunnerMetrics();
        var monitor = new EmbeddedMonitor(logger, metrics);
        channels = new EmbeddedChannels(kinds, storage.Journal, storage.Snapshots, monitor, clock, options);
        matches = (storage as PostgresStorage)?.FollowMatches(logger, clock);
        sweep = clock.CreateTimer(_ => Sweep(), null, options.VacantIdle, options.VacantIdle);
        waking = Awakening.RunAsync(channels, kinds, logger, stop.Token);
    }

    public IChannels Channels => channels;

    public ISeats Seats => channels;

    /// <summary>Opens the storage that the options name, and hosts channels on it.</summary>
    /// <exception cref="StorageUnusableException">The storage cannot be used; the message says what to do.</exception>
    public static async Task<EmbeddedEngine> OpenAsync(
        EmbeddedOptions options,
        IEnumerable<ChannelKind> kinds,
        ILogger logger,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        IStorage storage = options.Postgres is { } postgres
            ? await PostgresStorage.OpenAsync(postgres, logger, cancellationToken)
            : DataFolder.Open(options.DataFolder, logger);
        return new EmbeddedEngine(storage, kinds, options, logger, clock);
    }

    /// <summary>Serves what waits in every channel, then lets go of the storage.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sweep.DisposeAsync();
        await waking;
        await resting;
        await channels.DisposeAsync();
        await (matches?.DisposeAsync() ?? ValueTask.CompletedTask);
        await storage.DisposeAsync();
        metrics.Dispose();
        stop.Dispose();
    }

    /// <summary>Completes when every channel that runs by itself is back in memory, or was told of.</summary>
    internal Task Awakened => waking;

    /// <summary>Drops every channel from memory.</summary>
    internal Task ForgetAsync() => channels.RestAsync((_, _) => true);

    private void Sweep()
    {
        if (resting.IsCompleted)
        {
            resting = channels.RestIdleAsync();
        }
    }
}
