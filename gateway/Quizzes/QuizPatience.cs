using System.Net.WebSockets;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Closes a participant's socket that asks for no contest, says nothing at all, or does nothing for too long.</summary>
internal sealed class QuizPatience : IDisposable
{
    public static readonly TimeSpan JoinWithin = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(30);

    private readonly SpectatorSocket socket;
    private readonly TimeProvider clock;
    private readonly Alarm alarm;
    private readonly long openedAt;
    private long heardAt;
    private long activeAt;
    private volatile bool hasChosen;

    public QuizPatience(SpectatorSocket socket, TimeProvider clock)
    {
        (this.socket, this.clock) = (socket, clock);
        openedAt = heardAt = activeAt = clock.GetTimestamp();
        alarm = new Alarm(clock, Look);
        alarm.Set(JoinWithin);
    }

    /// <summary>Something was said. A ping shows that somebody is there, but is not doing anything.</summary>
    public void Heard(QuizMessage message)
    {
        var now = clock.GetTimestamp();
        Volatile.Write(ref heardAt, now);
        if (message is not QuizPing)
        {
            Volatile.Write(ref activeAt, now);
        }

        hasChosen |= message is JoinContest or Resync;
    }

    public void Dispose() => alarm.Dispose();

    private void Look()
    {
        TimeSpan? untilJoined = hasChosen ? null : Left(openedAt, JoinWithin);
        var (untilSilent, untilIdle) = (Left(Volatile.Read(ref heardAt), SilentFor), Left(Volatile.Read(ref activeAt), IdleFor));
        if (untilJoined <= TimeSpan.Zero)
        {
            socket.Close(WebSocketCloseStatus.PolicyViolation, "No contest joined within 5 seconds");
        }
        else if (untilSilent <= TimeSpan.Zero)
        {
            socket.Close(WebSocketCloseStatus.EndpointUnavailable, "Nothing heard for 60 seconds");
        }
        else if (untilIdle <= TimeSpan.Zero)
        {
            socket.Close(WebSocketCloseStatus.EndpointUnavailable, "No event for 30 minutes");
        }
        else
        {
            alarm.Set(untilJoined, untilSilent, untilIdle);
        }
    }

    private TimeSpan Left(long since, TimeSpan bound) => bound - clock.GetElapsedTime(since);
}
