namespace OrleansContest.Contests.Figures;

/// <summary>Numbers of the entries that are one contact by the contest's rule: the first counts, the others are its dupes.</summary>
internal sealed class DupeGroup(int only)
{
    /// <summary>Made only when there is a second one: most contacts have no dupe.</summary>
    private SortedSet<int>? all;

    public int First { get; private set; } = only;

    public void Add(int number)
    {
        all ??= [First];
        all.Add(number);
        First = all.Min;
    }

    /// <returns>False when it was the last one.</returns>
    public bool Remove(int number)
    {
        if (all is null || (all.Remove(number) && all.Count == 0))
        {
            return false;
        }

        First = all.Min;
        return true;
    }

    /// <summary>Which would be first without <paramref name="leaving"/>; null when none would be left.</summary>
    public int? FirstWithout(HashSet<int> leaving)
    {
        foreach (var number in all ?? [First])
        {
            if (!leaving.Contains(number))
            {
                return number;
            }
        }

        return null;
    }
}
