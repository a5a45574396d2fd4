namespace OrleansContest.Gateway.Cluster;

/// <summary>Notices that a silo is gone, for those who wait for its answer.</summary>
/// <remarks>
/// Orleans' client lets a call wait for its whole time-out when the answer has died with a silo. Which calls those are cannot be
/// told here, so those that were under way get a moment more to be answered by silos that live.
/// </remarks>
internal sealed class SiloLoss(FollowOptions options, TimeProvider clock) : IClusterConnectionStatusObserver
{
    private CancellationTokenSource next = new(Timeout.InfiniteTimeSpan, clock);

    /// <summary>Is cancelled a moment after the next loss of a silo.</summary>
    public CancellationToken Next => Volatile.Read(ref next).Token;

    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        if (currentNumberOfGateways < previousNumberOfGateways)
        {
            Interlocked.Exchange(ref next, new(Timeout.InfiniteTimeSpan, clock)).CancelAfter(options.LossGrace);
        }
    }

    /// <summary>The number of silos has told it already.</summary>
    public void NotifyClusterConnectionLost()
    {
    }
}
