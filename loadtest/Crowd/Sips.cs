namespace OrleansContest.LoadTest.Crowd;

/// <summary>Has the slow ones read a little, again and again.</summary>
internal static class Sips
{
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(IEnumerable<ICaller> callers, TimeProvider clock, CancellationToken over)
    {
        var slow = callers.Where(one => one.Temper == Temper.Slow).ToList();
        using var timer = new PeriodicTimer(between, clock);
        try
        {
            while (slow.Count > 0 && await timer.WaitForNextTickAsync(over))
            {
                slow.ForEach(one => one.Sip());
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
