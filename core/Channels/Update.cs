namespace OrleansContest.Channels;

/// <summary>What spectators see of an event: one numbered message of a channel, the same in every dialect that shows it.</summary>
/// <param name="Seq">Its number, from 1, without gaps within an epoch.</param>
/// <param name="Type">The contract's name for it, such as <c>logEntry:created</c>.</param>
/// <param name="Data">The contract's <c>data</c>: one JSON value, UTF-8.</param>
/// <param name="Beside">JSON members of our own that stand beside <c>data</c>, UTF-8, such as <c>"scoreboard":[…]</c>; empty when none.</param>
public sealed record Update(long Seq, string Type, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Beside)
{
    /// <summary>Bytes that the update weighs when it is kept or sent.</summary>
    public int Size => Data.Length + Beside.Length;
}
