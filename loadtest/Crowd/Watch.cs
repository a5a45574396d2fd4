using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Crowd;

/// <summary>What a spectator watches, and how.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Log">What is known of it.</param>
/// <param name="Dialect">The words.</param>
internal sealed record Watch(StagedChannel Channel, ChannelLog Log, IDialect Dialect);
