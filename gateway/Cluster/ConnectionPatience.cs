namespace OrleansContest.Gateway.Cluster;

/// <summary>Keeps trying while the cluster is not there yet, and says so, for a minute at most.</summary>
internal sealed class ConnectionPatience(TimeProvider clock, ILogger<ConnectionPatience> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private readonly long started = clock.GetTimestamp();

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(started) > patience)
        {
            return false;
        }

        ClusterLog.NoSiloYet(logger, exception.Message);
        await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        return true;
    }
}
