namespace OrleansContest.Contests.Figures;

/// <summary>Who is a dupe, and who no longer is, when entries leave their groups and join others.</summary>
/// <remarks>Declare all that leave and join, then ask.</remarks>
internal sealed class DupeShift(ContestLog log)
{
    private readonly Dictionary<DupeKey, (HashSet<int> Leaving, SortedSet<int> Joining)> groups = [];

    public void Leave(LogEntry entry) => Group(entry)?.Leaving.Add(Number(entry));

    public void Join(LogEntry entry) => Group(entry)?.Joining.Add(Number(entry));

    /// <summary>Whether an entry that joins will be a dupe.</summary>
    public bool IsDupe(LogEntry entry) =>
        log.Dupes.KeyOf(entry) is { } key && groups.ContainsKey(key) && FirstOf(key) != Number(entry);

    /// <summary>The entries that neither leave nor join, yet turn into a dupe or stop being one, in the order logged.</summary>
    public IReadOnlyList<LogEntry> Turned() =>
    [
        .. groups.Keys.SelectMany(Turned).OrderBy(turned => turned.Number)
            .Select(turned => log.Entries[turned.Number]!.Score(log.Card!.Rules, turned.IsDupe)),
    ];

    public IReadOnlyList<Standing> Standings() => [.. Turned().Select(turned => Standing.Of(log.Entries.Find(turned.Id)!, turned))];

    private IEnumerable<(int Number, bool IsDupe)> Turned(DupeKey key)
    {
        var (leaving, joining) = groups[key];
        var (before, after) = (log.Dupes.Find(key)?.First, FirstOf(key));
        if (after is { } first && first != before && !joining.Contains(first))
        {
            yield return (first, false);
        }

        if (before is { } former && former != after && !leaving.Contains(former))
        {
            yield return (former, true);
        }
    }

    private int? FirstOf(DupeKey key)
    {
        var (leaving, joining) = groups[key];
        var staying = log.Dupes.Find(key)?.FirstWithout(leaving);
        return joining.Count > 0 && !(staying < joining.Min) ? joining.Min : staying;
    }

    private (HashSet<int> Leaving, SortedSet<int> Joining)? Group(LogEntry entry)
    {
        if (log.Dupes.KeyOf(entry) is not { } key)
        {
            return null;
        }

        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = ([], []));
        }

        return group;
    }

    private int Number(LogEntry entry) => log.Entries.NumberOf(entry.Id);
}
