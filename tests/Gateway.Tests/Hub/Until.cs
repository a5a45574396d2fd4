using OrleansContest.Testing;

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

    /// <summary>Lets time pass until something is so: a quarter of a second at a time, and fifteen seconds at most.</summary>
    public static Task TrueAsync(Func<bool> condition, ManualClock clock)
    {
        var polls = 0;
        return TrueAsync(() =>
        {
            if (!condition() && polls++ % 5 == 0 && polls < 300)
            {
                clock.Advance(TimeSpan.FromMilliseconds(250));
            }

            return condition();
        });
    }
}
