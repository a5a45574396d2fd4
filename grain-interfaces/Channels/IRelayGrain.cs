namespace OrleansContest.Channels;

/// <summary>Follows one channel on one silo, for the gateways that take their updates there. Key: <c>SILO/KIND:ID</c>.</summary>
/// <remarks>An update comes to a silo once, whatever the number of gateways there; the relay hands it to each of them.</remarks>
[Alias("OrleansContest.IRelayGrain")]
public interface IRelayGrain : IGrainWithStringKey
{
    /// <summary>Begins or renews following. One that is not renewed for 30 s is forgotten.</summary>
    /// <returns>Where the relay stands; null when the channel was never created.</returns>
    Task<Position?> Follow(IUpdateObserver observer);

    Task Leave(IUpdateObserver observer);
}
