using System.Runtime.InteropServices;

namespace OrleansContest.Contests.Figures;

/// <summary>The different multipliers worked.</summary>
internal sealed class Multipliers(bool perBand)
{
    private readonly Dictionary<(string Multiplier, string? Band), int> worked = [];

    public int Count => worked.Count;

    /// <inheritdoc cref="HourFigures.Change"/>
    public void Change(LogEntry entry, int change)
    {
        if (entry.Multiplier is not { } multiplier)
        {
            return;
        }

        var key = (multiplier, perBand ? entry.Band : null);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(worked, key, out _);
        count += change;
        if (count == 0)
        {
            worked.Remove(key);
        }
    }
}
