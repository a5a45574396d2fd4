using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>Rosters that any number of gateways may share, and that can be told to be silent.</summary>
internal sealed class FakeSeats(TimeProvider clock) : ISeats
{
    private readonly SteadyClock clock = new(clock);
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelId, Roster> rosters = [];

    /// <summary>Set while no question is answered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How often something was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Seats of a contest that are held by gateways.</summary>
    public int HeldOf(string contest)
    {
        lock (gate)
        {
            return RosterOf(new ChannelId("contest", contest)).Leases.Values.Sum(lease => lease.Seats);
        }
    }

    /// <summary>Seats of a contest that gateways have said to be filled.</summary>
    public int AudienceOf(string contest)
    {
        lock (gate)
        {
            return RosterOf(new ChannelId("contest", contest)).Leases.Values.Sum(lease => lease.Seated);
        }
    }

    public Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Questions++;
            return IsSilent
                ? Task.FromException<SeatGrant>(new TimeoutException("a test wants it so"))
                : Task.FromResult(RosterOf(channel).Ask(request, clock.Now));
        }
    }

    private Roster RosterOf(ChannelId channel) =>
        rosters.TryGetValue(channel, out var roster) ? roster : rosters[channel] = new Roster(TimeSpan.FromSeconds(30));
}
