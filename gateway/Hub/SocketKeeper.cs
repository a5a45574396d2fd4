namespace OrleansContest.Gateway.Hub;

/// <summary>Looks after all sockets: finds those that are stuck or silent, once a second, and closes all when the gateway stops.</summary>
internal sealed class SocketKeeper(SocketRegistry registry, IHostApplicationLifetime lifetime, TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(1);

    private ITimer? timer;
    private CancellationTokenRegistration stopping;
    private Task stopped = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = clock.CreateTimer(_ => registry.Sweep(), null, every, every);
        stopping = lifetime.ApplicationStopping.Register(() => stopped = registry.StopAsync());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.DisposeAsync();
        await stopped;
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }
}
