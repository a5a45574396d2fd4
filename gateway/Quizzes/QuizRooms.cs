using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>The rooms of this gateway, one for each quiz that has somebody here, or had within the last five minutes.</summary>
internal sealed class QuizRooms(IChannels channels, FeedDirectory feeds, QuizFrames frames, TimeProvider clock, ILogger<QuizRooms> logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (QuizRoom Room, Alarm Alarm)> rooms = new(StringComparer.Ordinal);
    private readonly QuizRoomTools tools = new(Guid.NewGuid().ToString("N"), channels, feeds, frames, clock, logger);

    /// <summary>A quiz's room, which stays until it is let go.</summary>
    public QuizRoom Hold(string id)
    {
        QuizRoom room;
        lock (gate)
        {
            if (rooms.TryGetValue(id, out var found))
            {
                found.Room.Holders++;
                return found.Room;
            }

            room = new QuizRoom(id, tools, Forget) { Holders = 1 };
            rooms.Add(id, (room, new Alarm(clock, () => CloseIfEmpty(room))));
        }

        room.Open();
        return room;
    }

    public void LetGo(QuizRoom room)
    {
        lock (gate)
        {
            if (--room.Holders == 0 && rooms.TryGetValue(room.Id, out var found) && found.Room == room)
            {
                found.Alarm.Set(QuizPicture.Kept);
            }
        }
    }

    private void CloseIfEmpty(QuizRoom room)
    {
        lock (gate)
        {
            if (room.Holders > 0)
            {
                return;
            }
        }

        Forget(room);
    }

    private void Forget(QuizRoom room)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(room.Id, out var found) || found.Room != room)
            {
                return;
            }

            rooms.Remove(room.Id);
            found.Alarm.Dispose();
        }

        room.Dispose();
    }
}
