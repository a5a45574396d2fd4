using Microsoft.Extensions.Options;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What every lease of a gateway shares.</summary>
internal sealed class SeatTools(
    ISeats seats, IOptions<SeatOptions> options, SeatMetrics metrics, TimeProvider clock, ILogger<SeatLease> logger)
{
    private readonly SteadyClock steady = new(clock);
    private long turn;

    /// <summary>The name under which this gateway holds seats, for as long as it runs.</summary>
    public string Holder { get; } = Guid.NewGuid().ToString("N");

    public ISeats Seats => seats;

    public SeatOptions Options => options.Value;

    public SeatMetrics Metrics => metrics;

    public TimeProvider Clock => clock;

    public ILogger Logger => logger;

    public TimeSpan Now => steady.Now;

    /// <summary>A number greater than all before.</summary>
    public long NextTurn() => Interlocked.Increment(ref turn);
}
