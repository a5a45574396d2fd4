namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>Waits for what cannot be awaited.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            await ticks.WaitForNextTickAsync(deadline.Token);
        }
    }
}
