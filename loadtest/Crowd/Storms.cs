namespace OrleansContest.LoadTest.Crowd;

/// <summary>Every so often a share of the spectators vanishes at once, and comes back.</summary>
internal sealed class Storms(IReadOnlyList<Spectator> spectators, LoadPlan plan, TimeProvider clock)
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
                foreach (var spectator in spectators.Where(one => one.Temper == Temper.Ordinary && random.NextDouble() < plan.StormShare))
                {
                    spectator.Vanish();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
