using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>Rosters of one process: with it end the seats, so nothing need be kept.</summary>
internal sealed class LocalRosters(TimeProvider clock)
{
    private static readonly TimeSpan term = TimeSpan.FromSeconds(30);

    private readonly SteadyClock clock = new(clock);
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelId, Roster> rosters = [];

    public SeatGrant Ask(ChannelId channel, SeatRequest request)
    {
        lock (gate)
        {
            var roster = rosters.GetValueOrDefault(channel) ?? new Roster(term);
            var grant = roster.Ask(request, clock.Now);
            if (roster.Leases.Count > 0)
            {
                rosters[channel] = roster;
            }
            else
            {
                rosters.Remove(channel);
            }

            return grant;
        }
    }
}
