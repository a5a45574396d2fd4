namespace OrleansContest.Contests;

/// <summary>Which bands were in use in the last 60 minutes.</summary>
/// <param name="LastHour">Where those 60 minutes begin, UTC.</param>
/// <param name="Bands">Bands with contacts, most first.</param>
public sealed record BandOccupancy(DateTimeOffset LastHour, IReadOnlyList<BandActivity> Bands);

/// <summary>Contacts on one band.</summary>
public sealed record BandActivity(string Band, int Qsos, IReadOnlyDictionary<string, int> Modes);
