using System.Collections.Concurrent;
using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>Rosters of one process: with it end the seats, so nothing need be kept.</summary>
internal sealed class LocalRosters(TimeProvider clock)
{
    private static readonly TimeSpan term = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<ChannelId, Roster> rosters = new();

    public SeatGrant Ask(ChannelId channel, SeatRequest request)
    {
        var roster = rosters.GetOrAdd(channel, _ => new Roster(term));
        lock (roster)
        {
            return roster.Ask(request, clock.GetUtcNow());
        }
    }
}
