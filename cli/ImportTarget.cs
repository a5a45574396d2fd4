namespace OrleansContest.Cli;

/// <summary>Where files go.</summary>
/// <param name="Gateway">The gateway's address.</param>
/// <param name="Contest">The contest's id.</param>
/// <param name="Station">The station that logged them; null for the one that each file names.</param>
internal sealed record ImportTarget(Uri Gateway, string Contest, string? Station)
{
    public Uri Call => new(Gateway, $"/api/import?contestId={Uri.EscapeDataString(Contest)}{StationPart}");

    private string StationPart => Station is null ? "" : $"&stationId={Uri.EscapeDataString(Station)}";
}
