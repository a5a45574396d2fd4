using System.Runtime.InteropServices;

namespace OrleansContest.Contests;

/// <summary>The entries by number, and how to find them: by key, by station, by what they were merged into.</summary>
/// <param name="contestId">The contest, which begins every id.</param>
internal sealed class EntryBook(string contestId)
{
    private readonly List<LogEntry?> entries = [];
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> merged = new(StringComparer.Ordinal);

    /// <summary>The highest number ever given.</summary>
    public int Last => entries.Count;

    /// <summary>Entries that are there.</summary>
    public int Count { get; private set; }

    public string NextId => EntryId.Of(contestId, Last + 1);

    /// <summary>All entries, in the order logged.</summary>
    public IEnumerable<LogEntry> All => entries.OfType<LogEntry>();

    /// <summary>Keys that name an entry, or one that is gone, other than as its present key.</summary>
    public IEnumerable<KeyValuePair<string, int>> FormerKeys =>
        keys.Where(key => entries[key.Value - 1]?.DedupeKey != key.Key).OrderBy(key => key.Key, StringComparer.Ordinal);

    public LogEntry? this[int number] => number >= 1 && number <= Last ? entries[number - 1] : null;

    public int NumberOf(string id) =>
        EntryId.TryParse(contestId, id, out var number) ? number : throw new FormatException($"'{id}' is not an entry of {contestId}.");

    public LogEntry? Find(string? id) => EntryId.TryParse(contestId, id, out var number) ? this[number] : null;

    /// <returns>False when nobody has used the key yet.</returns>
    public bool Knows(string key, out LogEntry? entry)
    {
        entry = keys.TryGetValue(key, out var number) ? this[number] : null;
        return number > 0;
    }

    /// <summary>Entries that were merged into <paramref name="id"/>, in the order logged.</summary>
    public IEnumerable<LogEntry> MergedInto(string id) => merged.GetValueOrDefault(id, []).Select(number => this[number]!);

    /// <summary>Puts an entry in its place, or takes it away; the keys that named it still do.</summary>
    public void Put(int number, LogEntry? entry)
    {
        Reserve(number);
        ref var place = ref CollectionsMarshal.AsSpan(entries)[number - 1];
        Count += (entry is null ? 0 : 1) - (place is null ? 0 : 1);
        Unlink(place, number);
        place = entry;
        Link(entry, number);
    }

    /// <summary>Makes sure that no number up to <paramref name="last"/> is given again.</summary>
    public void Reserve(int last)
    {
        while (Last < last)
        {
            entries.Add(null);
        }
    }

    public void Remember(string key, int number) => keys[key] = number;

    /// <summary>One page of entries.</summary>
    public IReadOnlyList<LogEntry> Page(EntryQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, 1_000);
        var page = new List<LogEntry>(Math.Min(limit, Count));
        var step = query.OldestFirst ? 1 : -1;
        for (var number = Start(query) + step; number >= 1 && number <= Last && page.Count < limit; number += step)
        {
            if (this[number] is { } entry && (query.StationId is null || IsOf(entry, query.StationId)))
            {
                page.Add(entry);
            }
        }

        return page;
    }

    public static bool IsOf(LogEntry entry, string stationId) => SameStation(entry.StationId, stationId);

    public static bool SameStation(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private int Start(EntryQuery query) => query switch
    {
        { After: null, OldestFirst: true } => 0,
        { After: null } => Last + 1,
        _ when EntryId.TryParse(contestId, query.After, out var number) && number <= Last => number,
        _ => query.OldestFirst ? Last : 0,
    };

    private void Link(LogEntry? entry, int number)
    {
        if (entry is null)
        {
            return;
        }

        keys[entry.DedupeKey] = number;
        if (entry.MergedIntoId is { } primary)
        {
            ref var followers = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, primary, out _);
            (followers ??= []).Add(number);
        }
    }

    private void Unlink(LogEntry? entry, int number)
    {
        if (entry?.MergedIntoId is { } primary && merged[primary].Remove(number) && merged[primary].Count == 0)
        {
            merged.Remove(primary);
        }
    }
}
