using System.Text.Json.Serialization;

namespace OrleansContest.Pileups;

/// <summary>A pileup as it stands. Every id has one from the start: inactive, empty and of the usual size.</summary>
/// <remarks>Snapshots hold it as it is: who changes its shape changes <see cref="PileupModel.SnapshotFormat"/>.</remarks>
/// <param name="Status">Whether it takes callers.</param>
/// <param name="Queue">Who waits, the next one first.</param>
/// <param name="Current">The contact under way; null when there is none.</param>
/// <param name="Frequency">What the operator announces.</param>
/// <param name="Split">What the operator announces.</param>
/// <param name="MaxSize">Callers that may wait, 1 to <see cref="LargestSize"/>.</param>
/// <param name="TakesLoggedContacts">Whether logging programs may begin contacts.</param>
public sealed record Pileup(
    SystemStatus Status,
    IReadOnlyList<QueuedCaller> Queue,
    CurrentContact? Current,
    Announcement Frequency,
    Announcement Split,
    int MaxSize,
    bool TakesLoggedContacts)
{
    public const int UsualSize = 4;

    public const int LargestSize = 1_000;

    public static Pileup Initial { get; } =
        new(SystemStatus.Initial, [], null, Announcement.None, Announcement.None, UsualSize, TakesLoggedContacts: true);

    [JsonIgnore]
    public bool IsFull => Queue.Count >= MaxSize;

    [JsonIgnore]
    public IReadOnlyList<QueueEntry> Entries => [.. Queue.Select((caller, index) => caller.At(index + 1))];

    public bool Holds(string callsign) => Find(callsign) is not null;

    /// <returns>Null when the caller does not wait.</returns>
    public QueueEntry? Find(string callsign) => Entries.FirstOrDefault(entry => entry.Callsign == callsign);
}
