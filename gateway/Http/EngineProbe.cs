using OrleansContest.Channels;

namespace OrleansContest.Gateway.Http;

/// <summary>Asks the engine whether it is there, at most once a second, however many ask us.</summary>
internal sealed class EngineProbe(IChannels channels, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<EngineProbe> logger)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<bool> latest = Task.FromResult(false);
    private long? askedAt;

    public Task<bool> AnswersAsync()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return Task.FromResult(false);
        }

        lock (gate)
        {
            if (askedAt is not { } last || (latest.IsCompleted && clock.GetElapsedTime(last) >= TimeSpan.FromSeconds(1)))
            {
                askedAt = clock.GetTimestamp();
                latest = AskAsync();
            }

            return latest;
        }
    }

    private async Task<bool> AskAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(patience, clock);
            await channels.ListAsync("contest", limit.Token).WaitAsync(limit.Token);
            return true;
        }
        catch (Exception fault)
        {
            GatewayLog.NotReady(logger, fault);
            return false;
        }
    }
}
