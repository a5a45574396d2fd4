using System.Globalization;

namespace OrleansContest.Contests;

/// <summary>The natural key of a contact, from its fields.</summary>
/// <remarks>
/// No part can forge another: ids of contests, stations and clubs hold no <c>|</c>, and a club is never called <c>none</c>.
/// </remarks>
internal static class DedupeKeys
{
    public const string None = "none";

    public static string Of(LogEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.ContestId}|{entry.ClubId ?? None}|{entry.StationId.ToUpperInvariant()}|{entry.Callsign}|{entry.Band.ToUpperInvariant()}|{entry.Mode}|{entry.QsoDate:yyyy-MM-dd}|{entry.QsoTime}");
}
