using System.Buffers;

namespace OrleansContest.Channels;

/// <summary>The rules of one channel kind, and how its facts are written down. Pure: the same in, the same out.</summary>
/// <typeparam name="TState">What the rules know; may be a mutable class, then <see cref="Evolve"/> returns the same object.</typeparam>
/// <typeparam name="TCommand">What may be asked. Time and ids come in with it.</typeparam>
/// <typeparam name="TEvent">What has happened: the durable facts.</typeparam>
public interface IChannelModel<TState, TCommand, TEvent>
{
    /// <summary>Names the shape of snapshots; one of another shape is set aside and the journal replayed.</summary>
    string SnapshotFormat { get; }

    /// <summary>The state of a channel that nobody has created yet.</summary>
    TState Initial(ChannelId channel);

    /// <summary>Whether the channel was created.</summary>
    bool Exists(TState state);

    Decision<TEvent> Decide(TState state, TCommand command);

    TState Evolve(TState state, TEvent @event);

    /// <summary>What spectators see of <paramref name="event"/>, in the contract's order; empty for what is not theirs.</summary>
    /// <param name="state">The state after the event.</param>
    /// <param name="event">The event just applied.</param>
    IEnumerable<UpdateDraft> Updates(TState state, TEvent @event);

    /// <summary>The contract's full state as one JSON value.</summary>
    /// <param name="state">The state to show.</param>
    /// <param name="at">Now, for what depends on the time of day.</param>
    ReadOnlyMemory<byte> Full(TState state, DateTimeOffset at);

    /// <summary>What is only of the moment; none for a kind that has nothing of the sort.</summary>
    /// <param name="state">The state to show.</param>
    /// <param name="at">The moment.</param>
    IReadOnlyList<Moment> Moments(TState state, DateTimeOffset at) => [];

    /// <summary>When time alone next changes something, be it a moment or a fact; null while it does not.</summary>
    /// <param name="state">The state.</param>
    /// <param name="at">Now. What is due by then has been done.</param>
    DateTimeOffset? NextWake(TState state, DateTimeOffset at) => null;

    /// <summary>What has come due; nothing where only moments change.</summary>
    /// <param name="state">The state.</param>
    /// <param name="at">Now, at or after what <see cref="NextWake"/> said, or a little before.</param>
    Decision<TEvent> Wake(TState state, DateTimeOffset at) => Decision<TEvent>.Nothing;

    /// <summary>Writes the events of one command as one JSON value without line breaks.</summary>
    void WriteEvents(IReadOnlyList<TEvent> events, IBufferWriter<byte> output);

    /// <exception cref="FormatException">The record is not of this kind.</exception>
    IReadOnlyList<TEvent> ReadEvents(ReadOnlyMemory<byte> record);

    /// <summary>Takes of the state what a snapshot needs, at once and cheaply.</summary>
    /// <returns>Writes it: later, on another thread, while the state goes on changing.</returns>
    Action<IBufferWriter<byte>> TakeSnapshot(TState state);

    /// <exception cref="FormatException">The snapshot is not of this kind.</exception>
    TState ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot);
}
