namespace OrleansContest.Contests.Figures;

/// <summary>What two contacts share when the later one is a dupe.</summary>
internal readonly record struct DupeKey(string Station, string Callsign, string Band, ModeClass? ModeClass)
{
    public static DupeKey Of(LogEntry entry, DupeRule rule) =>
        new(entry.StationId.ToUpperInvariant(), entry.Callsign, entry.Band, rule == DupeRule.BandMode ? entry.ModeClass() : null);
}
