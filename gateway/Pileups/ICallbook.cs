using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>A service that knows who callers are.</summary>
internal interface ICallbook
{
    /// <returns>What it knows; of somebody it does not know, an error in words.</returns>
    /// <exception cref="CallbookException">It could not be asked, or did not answer the question.</exception>
    Task<CallerProfile> FindAsync(string callsign, CancellationToken cancellationToken);
}
