using System.Globalization;

namespace OrleansContest.Contests;

/// <summary>The natural key of a contact, of its checked fields.</summary>
/// <remarks>
/// No part can forge another: ids of contests, stations and clubs hold no <c>|</c>, and a club is never called <c>none</c>.
/// </remarks>
internal readonly record struct ContactKey(
    string ContestId, string? ClubId, string StationId, string Callsign, string Band, string Mode, DateOnly QsoDate, string QsoTime)
{
    public const string NoClub = "none";

    public static ContactKey Of(LogEntry entry) =>
        new(entry.ContestId, entry.ClubId, entry.StationId, entry.Callsign, entry.Band, entry.Mode, entry.QsoDate, entry.QsoTime);

    public override string ToString()
    {
        var (station, band) = (StationId.ToUpperInvariant(), Band.ToUpperInvariant());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ContestId}|{ClubId ?? NoClub}|{station}|{Callsign}|{band}|{Mode}|{QsoDate:O}|{QsoTime}");
    }
}
