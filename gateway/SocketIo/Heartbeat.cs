using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>Pings a client again and again, and notices when it does not answer. Safe for threads.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly Lock gate = new();
    private readonly SocketIoOptions options;
    private readonly Action ping;
    private readonly Action lost;
    private readonly Alarm alarm;
    private bool isAwaited;

    /// <param name="options">How often, and how long to wait.</param>
    /// <param name="clock">The time.</param>
    /// <param name="ping">Sends a ping.</param>
    /// <param name="lost">Called when one is not answered.</param>
    public Heartbeat(SocketIoOptions options, TimeProvider clock, Action ping, Action lost)
    {
        (this.options, this.ping, this.lost) = (options, ping, lost);
        alarm = new Alarm(clock, Beat);
        alarm.Set(options.PingInterval);
    }

    /// <summary>The client has answered.</summary>
    public void Answered()
    {
        lock (gate)
        {
            if (isAwaited)
            {
                isAwaited = false;
                alarm.Set(options.PingInterval);
            }
        }
    }

    public void Dispose() => alarm.Dispose();

    private void Beat()
    {
        lock (gate)
        {
            if (isAwaited)
            {
                lost();
                return;
            }

            isAwaited = true;
            alarm.Set(options.PingTimeout);
        }

        ping();
    }
}
