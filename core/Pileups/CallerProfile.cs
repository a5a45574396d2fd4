namespace OrleansContest.Pileups;

/// <summary>Who a caller is, as a callbook knows them. What is not known is null.</summary>
/// <param name="Callsign">Whose.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Address">Town and country, in one line.</param>
/// <param name="DxccName">The DXCC entity, such as <c>Ireland</c>.</param>
/// <param name="Image">Address of a picture.</param>
/// <param name="Error">Why nothing is known; null when something is, or when it is still being looked up.</param>
public sealed record CallerProfile(string Callsign, string? Name, string? Address, string? DxccName, string? Image, string? Error)
{
    /// <summary>Nothing is known of the caller, for the reason given; none while the answer is awaited.</summary>
    public static CallerProfile Unknown(string callsign, string? error = null) => new(callsign, null, null, null, null, error);
}
