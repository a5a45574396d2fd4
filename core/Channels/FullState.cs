namespace OrleansContest.Channels;

/// <summary>Everything a spectator needs to start from.</summary>
/// <param name="At">The position at which it holds.</param>
/// <param name="Data">The contract's <c>data</c> of its full message: one JSON value, UTF-8.</param>
public sealed record FullState(Position At, ReadOnlyMemory<byte> Data);
