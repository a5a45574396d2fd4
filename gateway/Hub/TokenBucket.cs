namespace OrleansContest.Gateway.Hub;

/// <summary>An allowance that is full at first, and fills up steadily. It may be overdrawn: who spends sees what is left.</summary>
internal sealed class TokenBucket(double perSecond, double bound, TimeProvider clock)
{
    private double used;
    private long countedAt = clock.GetTimestamp();

    public double Left
    {
        get
        {
            var now = clock.GetTimestamp();
            used = Math.Max(used - (clock.GetElapsedTime(countedAt, now).TotalSeconds * perSecond), 0);
            countedAt = now;
            return bound - used;
        }
    }

    /// <returns>What is left; less than 0 when there was not enough.</returns>
    public double Spend()
    {
        var left = Left - 1;
        used++;
        return left;
    }
}
