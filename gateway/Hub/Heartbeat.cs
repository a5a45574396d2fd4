namespace OrleansContest.Gateway.Hub;

/// <summary>Whether a peer is still there: one that says nothing is pinged, and must then answer, or at least take what it was sent.</summary>
/// <remarks>
/// Whoever reads slowly has our ping behind all that came before it; as long as the system sees it take some of that, it lives.
/// </remarks>
/// <param name="options">How often, and for how long.</param>
/// <param name="taken">Bytes that the peer has taken so far.</param>
/// <param name="clock">The network's.</param>
internal sealed class Heartbeat(SocketOptions options, Func<long> taken, TimeProvider clock)
{
    private long heardAt = clock.GetTimestamp();
    private long askedAt = long.MinValue;
    private long takenBefore;

    /// <summary>Something came.</summary>
    public void Hear() => Volatile.Write(ref heardAt, clock.GetTimestamp());

    /// <returns>What is to be done now.</returns>
    public Pulse Look()
    {
        var heard = Volatile.Read(ref heardAt);
        if (askedAt <= heard)
        {
            return clock.GetElapsedTime(heard) < options.PingEvery ? Pulse.Beats : Ask(Pulse.Ask);
        }

        if (clock.GetElapsedTime(askedAt) < options.PongWithin)
        {
            return Pulse.Beats;
        }

        return taken() > takenBefore ? Ask(Pulse.Beats) : Pulse.Gone;
    }

    private Pulse Ask(Pulse pulse)
    {
        (askedAt, takenBefore) = (clock.GetTimestamp(), taken());
        return pulse;
    }
}

/// <summary>How a peer is.</summary>
internal enum Pulse
{
    Beats,

    /// <summary>It has been silent for long: ping it.</summary>
    Ask,

    Gone,
}
