namespace OrleansContest.Channels;

/// <summary>A channel that runs in this process.</summary>
/// <param name="face">What may be asked of it: the kind's interface.</param>
/// <param name="lastAsked">When something was last asked, as a timestamp of the runner's clock.</param>
/// <param name="isVacant">Whether the channel did not exist when it was last asked, or nothing has ever happened in it.</param>
/// <param name="isTicking">Whether time alone will change something in it.</param>
/// <param name="stop">Serves what waits, then stops.</param>
public sealed class HostedChannel(
    IChannel face, Func<long> lastAsked, Func<bool> isVacant, Func<bool> isTicking, Func<ValueTask> stop) : IAsyncDisposable
{
    public IChannel Face { get; } = face;

    public long LastAsked => lastAsked();

    public bool IsVacant => isVacant();

    public bool IsTicking => isTicking();

    public ValueTask DisposeAsync() => stop();
}
