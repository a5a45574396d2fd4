namespace OrleansContest.Channels;

/// <summary>A channel's state at one record of its journal: a cache that makes activation quick, and may be deleted.</summary>
/// <param name="Format">Shape of <paramref name="State"/>, as <see cref="IChannelModel{TState,TCommand,TEvent}.SnapshotFormat"/> names it.</param>
/// <param name="Epoch">The journal it belongs to.</param>
/// <param name="Number">The last record it includes.</param>
/// <param name="Seq">The position after that record.</param>
/// <param name="State">The state, as the kind writes it.</param>
public sealed record Snapshot(string Format, string Epoch, long Number, long Seq, ReadOnlyMemory<byte> State);
