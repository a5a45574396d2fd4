namespace OrleansContest.Channels;

/// <summary>What a spectator who has some position needs to be current: nothing, the missed updates, or the full state.</summary>
/// <param name="At">The channel's position.</param>
/// <param name="Missed">The updates after the spectator's position, in order; empty when it is current or when <paramref name="Full"/> is given.</param>
/// <param name="Full">Given instead where the position is of another epoch, unknown, or where the updates weigh more than the full state.</param>
/// <param name="Moments">What is only of the moment, as it is now; null when the channel has nothing of the sort.</param>
public sealed record CatchUp(Position At, IReadOnlyList<Update> Missed, FullState? Full, Moments? Moments = null);
