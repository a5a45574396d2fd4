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

    /// <summary>The lines of a race as they stand; made when they are first wanted.</summary>
    public IReadOnlyList<PublicResult> Lines(EventIndex index, Race race)
    {
        if (!lines.TryGetValue(race.RaceId, out var made))
        {
            lines.Add(race.RaceId, made = Make(index, race, detailed: false));
        }

        return made;
    }

    /// <summary>The lines of a race with all details.</summary>
    public IReadOnlyList<PublicResult> Detailed(EventIndex index, Race race) => Make(index, race, detailed: true);

    /// <summary>Lets go of what the structure has no place for, and of all lines.</summary>
    public void Rearrange(EventIndex index)
    {
        foreach (var book in books.Values)
        {
            book.RemoveWhere(entry => entry.IsGone || !index.Has(entry.RaceId, entry.ParticipantId));
        }

        lines.Clear();
    }

    /// <summary>Takes what was pushed, and makes the lines anew of the races that it touches.</summary>
    /// <returns>What has changed, race by race.</returns>
    public IReadOnlyList<RaceChange> Push(EventIndex index, IReadOnlyList<PushedResult> results)
    {
        var touched = results.SelectMany(result => WithPartner(index, result.RaceId)).Distinct()
            .Select(race => (Race: race, Before: Lines(index, race))).ToList();
        foreach (var result in results)
        {
            Open(result.RaceId, result.ParticipantId).Push(result);
        }

        foreach (var (race, _) in touched)
        {
            books.GetValueOrDefault(race.RaceId)?.RemoveWhere(entry => entry.IsGone);
            lines.Remove(race.RaceId);
        }

        return [.. touched.Select(one => RaceChange.Between(one.Race.RaceId, one.Before, Lines(index, one.Race))).OfType<RaceChange>()];
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
