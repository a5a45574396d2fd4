namespace OrleansContest.LoadTest.Crowd;

/// <summary>Every so often a share of the callers vanishes at once, and comes back.</summary>
internal sealed class Storms(IReadOnlyList<ICaller> callers, LoadPlan plan, TimeProvider clock)
{
    private readonly Random random = new(plan.Seed + plan.Process);

    public async Task RunAsync(CancellationToken stop)
    {
        if (plan.StormEvery <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(plan.StormEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                foreach (var caller in callers.Where(one => one.Temper == Temper.Ordinary && random.NextDouble() < plan.StormShare))
                {
                    caller.Vanish();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
