namespace OrleansContest.Pileups;

/// <summary>A caller and the place they have in the queue, as the contract shows it.</summary>
/// <param name="Callsign">Upper case.</param>
/// <param name="Timestamp">When they registered.</param>
/// <param name="Position">From 1: the next to be called.</param>
/// <param name="Qrz">What is known of them.</param>
public sealed record QueueEntry(string Callsign, DateTimeOffset Timestamp, int Position, CallerProfile Qrz);
