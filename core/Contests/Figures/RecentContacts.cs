using System.Runtime.InteropServices;

namespace OrleansContest.Contests.Figures;

/// <summary>Entries by the minute of their contact, to find the last hour's without looking at the others.</summary>
internal sealed class RecentContacts
{
    private readonly Dictionary<long, List<LogEntry>> minutes = [];

    public void Add(LogEntry entry)
    {
        ref var minute = ref CollectionsMarshal.GetValueRefOrAddDefault(minutes, entry.Minute(), out _);
        minute ??= [];
        minute.Add(entry);
    }

    public void Remove(LogEntry entry)
    {
        var minute = minutes[entry.Minute()];
        minute.RemoveAt(minute.FindLastIndex(other => other.Id == entry.Id));
        if (minute.Count == 0)
        {
            minutes.Remove(entry.Minute());
        }
    }

    /// <summary>The last 60 minutes before <paramref name="at"/>, begin and end included.</summary>
    public BandOccupancy Occupancy(DateTimeOffset at)
    {
        var start = at.UtcTicks > TimeSpan.TicksPerHour ? at.AddHours(-1) : DateTimeOffset.MinValue;
        var bands = Between(start, at)
            .GroupBy(entry => entry.Band)
            .Select(band => new BandActivity(band.Key, band.Count(), ByMode(band)))
            .OrderByDescending(band => band.Qsos)
            .ThenBy(band => band.Band, StringComparer.Ordinal);
        return new BandOccupancy(start, [.. bands]);
    }

    private IEnumerable<LogEntry> Between(DateTimeOffset start, DateTimeOffset end)
    {
        for (var minute = start.UtcTicks / TimeSpan.TicksPerMinute; minute <= end.UtcTicks / TimeSpan.TicksPerMinute; minute++)
        {
            foreach (var entry in minutes.GetValueOrDefault(minute, []))
            {
                if (entry.Time() >= start && entry.Time() <= end)
                {
                    yield return entry;
                }
            }
        }
    }

    private static Tally ByMode(IEnumerable<LogEntry> entries)
    {
        var modes = new Tally();
        foreach (var entry in entries)
        {
            modes.Change(entry.Mode, 1);
        }

        return modes;
    }
}
