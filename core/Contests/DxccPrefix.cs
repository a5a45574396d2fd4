namespace OrleansContest.Contests;

/// <summary>The DXCC entity of a station, named by its main prefix.</summary>
/// <remarks>
/// A prefix cannot tell everything: entities that share one (<c>VP8</c>, <c>3D2</c>, <c>E5</c>) count as the most populous of them, and a call that
/// was kept after a move counts for the place it was issued in.
/// Source: ITU Radio Regulations, appendix 42 (allocation of call sign series), and the names of the ARRL DXCC list.
/// </remarks>
public static class DxccPrefix
{
    /// <summary>The entity's main prefix: <c>K</c>, <c>DL</c>, <c>EA8</c>; where the station is, if its call says so.</summary>
    /// <param name="call">A full callsign, upper case, portable designators included.</param>
    /// <returns>Null for stations at sea or in the air (<c>/MM</c>, <c>/AM</c>), and for prefixes of no entity.</returns>
    public static string? Of(string call)
    {
        var parts = CallsignParts.Of(call);
        if (parts.AtSeaOrAloft)
        {
            return null;
        }

        return parts.Designator is { } designator ? OfPlace(designator)
            : parts.Area is { } area ? InArea(parts.Own, area)
            : OfStation(parts.Own);
    }

    private static string? OfStation(string own) => own.StartsWith("KG4", StringComparison.Ordinal) && own.Length != 5
        ? "K"
        : DxccTable.Find(own);

    private static string? OfPlace(string designator) => DxccTable.Find(designator);

    /// <summary>An area digit moves a station within its country's calls: <c>EA4ABC/8</c> is <c>EA8</c>; from a US island, to the mainland.</summary>
    private static string? InArea(string own, char area)
    {
        var home = OfStation(own);
        return home is ['K', ..] ? "K" : DxccTable.Find(WpxPrefix.InArea(own, area)) ?? home;
    }
}
