using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What a feed must ask its channel next.</summary>
internal sealed class FeedQuestions(Replica replica, Lobby lobby, WaitingRoom room, TapRoom taps, FeedAlarm alarm)
{
    /// <param name="since">The position to ask about; null for the full state.</param>
    /// <returns>Whether there is anything to ask.</returns>
    public bool TryNext(out Position? since)
    {
        since = null;
        if (replica.Epoch is null)
        {
            var first = room.First ?? (lobby.Waiting.Count > 0 ? lobby.Waiting[0].Cursor : Cursor.None);
            since = first.Epoch is null ? null : new Position(first.Epoch, first.Through);
            return true;
        }

        if (replica.HasHole || room.WantsCheck || alarm.UntilOverdue <= TimeSpan.Zero)
        {
            since = replica.At;
            return true;
        }

        if (room.WantsAfter is { } seq)
        {
            since = new Position(replica.Epoch, seq);
            return true;
        }

        return (room.WantsFull || taps.WantsFull) && !replica.IsAwaited;
    }
}
