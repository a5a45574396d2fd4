using System.Runtime.InteropServices;

namespace OrleansContest.Contests.Figures;

/// <summary>Finds the entries that are the same contact by the contest's rule.</summary>
internal sealed class DupeIndex(DupeRule rule)
{
    private readonly Dictionary<DupeKey, DupeGroup> groups = [];

    /// <summary>Null where the contest knows no dupes.</summary>
    public DupeKey? KeyOf(LogEntry entry) => rule == DupeRule.None ? null : DupeKey.Of(entry, rule);

    public DupeGroup? Find(DupeKey key) => groups.GetValueOrDefault(key);

    /// <summary>Number of the first entry that is the same contact; null when there is none.</summary>
    public int? FirstLike(LogEntry entry) => KeyOf(entry) is { } key ? Find(key)?.First : null;

    public void Add(LogEntry entry, int number)
    {
        if (KeyOf(entry) is not { } key)
        {
            return;
        }

        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out var exists);
        if (exists)
        {
            group!.Add(number);
        }
        else
        {
            group = new DupeGroup(number);
        }
    }

    public void Remove(LogEntry entry, int number)
    {
        if (KeyOf(entry) is { } key && !groups[key].Remove(number))
        {
            groups.Remove(key);
        }
    }
}
