namespace OrleansContest.Events;

/// <summary>The starts of one race.</summary>
internal sealed class RaceBook(string raceId)
{
    private readonly Dictionary<string, RunEntry> entries = new(StringComparer.Ordinal);

    public string RaceId { get; } = raceId;

    public IReadOnlyCollection<RunEntry> Entries => entries.Values;

    public RunEntry? Find(string participantId) => entries.GetValueOrDefault(participantId);

    public RunEntry Open(string participantId)
    {
        if (!entries.TryGetValue(participantId, out var entry))
        {
            entries.Add(participantId, entry = new RunEntry(RaceId, participantId));
        }

        return entry;
    }

    /// <summary>Lets go of starts that are no more.</summary>
    public void RemoveWhere(Func<RunEntry, bool> isGone)
    {
        foreach (var entry in entries.Values.Where(isGone).ToArray())
        {
            entries.Remove(entry.ParticipantId);
        }
    }
}
