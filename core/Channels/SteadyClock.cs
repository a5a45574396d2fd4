namespace OrleansContest.Channels;

/// <summary>Time that passes evenly from when this was made, whatever is done to the machine's clock.</summary>
public sealed class SteadyClock(TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();

    public TimeSpan Now => clock.GetElapsedTime(start);
}
