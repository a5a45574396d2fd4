namespace OrleansContest.Events;

/// <summary>All starts of an event by race, and the lines that the public sees of them. Only races that are touched are ranked anew.</summary>
internal sealed class ResultBook
{
    private readonly Dictionary<string, RaceBook> books = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PublicResult>> lines = new(StringComparer.Ordinal);

    public IEnumerable<RunEntry> Entries => books.Values.SelectMany(book => book.Entries);

    public RunEntry? Find(string raceId, string participantId) => books.GetValueOrDefault(raceId)?.Find(participantId);

    public RunEntry Open(string raceId, string participantId)
    {
        if (!books.TryGetValue(raceId, out var book))
        {
            books.Add(raceId, book = new RaceBook(raceId));
        }

        return book.Open(participantId);
    }

    public IReadOnlyCollection<RunEntry> EntriesOf(string raceId) => books.GetValueOrDefault(raceId)?.Entries ?? [];

    /// <summary>The lines of a race as they stand.</summary>
    public IReadOnlyList<PublicResult> Lines(Race race) => lines.GetValueOrDefault(race.RaceId) ?? [];

    /// <summary>The lines of a race with all details.</summary>
    public IReadOnlyList<PublicResult> Detailed(EventIndex index, Race race) => Make(index, race, detailed: true);

    /// <summary>Lets go of what the structure has no place for, and makes all lines anew.</summary>
    public void Rebuild(EventIndex index)
    {
        foreach (var book in books.Values)
        {
            book.RemoveWhere(entry => entry.IsGone || !index.Has(entry.RaceId, entry.ParticipantId));
        }

        lines.Clear();
        foreach (var race in index.Races)
        {
            lines.TryAdd(race.RaceId, Make(index, race, detailed: false));
        }
    }

    /// <summary>Makes the lines of the races anew in which something was pushed.</summary>
    /// <returns>What has changed, race by race.</returns>
    public IReadOnlyList<RaceChange> Refresh(EventIndex index, IEnumerable<string> raceIds)
    {
        var touched = raceIds.SelectMany(raceId => WithPartner(index, raceId)).Distinct().ToList();
        var changes = new List<RaceChange>();
        foreach (var race in touched)
        {
            books.GetValueOrDefault(race.RaceId)?.RemoveWhere(entry => entry.IsGone);
        }

        foreach (var race in touched)
        {
            var (before, after) = (Lines(race), Make(index, race, detailed: false));
            lines[race.RaceId] = after;
            if (RaceChange.Between(race.RaceId, before, after) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private static IEnumerable<Race> WithPartner(EventIndex index, string raceId)
    {
        var race = index.FindRace(raceId)!;
        var both = race.Name is { IsOneOfTwo: true } name
            ? new[] { index.FindRace(name.First), index.FindRace(name.Second) }
            : [race];
        return both.OfType<Race>();
    }

    private IReadOnlyList<PublicResult> Make(EventIndex index, Race race, bool detailed) => race.Name is { IsOneOfTwo: true } name
        ? TwoRunRace.Lines(index, books.GetValueOrDefault(name.First), books.GetValueOrDefault(name.Second), name, detailed)
        : SingleRun.Lines(index, race, EntriesOf(race.RaceId), detailed);
}
