namespace OrleansContest.Gateway.Hub;

/// <summary>A client's allowance of messages. It can be overdrawn by as much again as may come at once.</summary>
internal sealed class MessageRate(SocketOptions options, TimeProvider clock)
{
    private readonly TokenBucket bucket = new(options.MessagesPerSecond, options.MessageBurst, clock);

    private readonly Lock gate = new();

    /// <summary>Callable from any thread: pings are answered on one of the framework's.</summary>
    public Allowance Spend()
    {
        lock (gate)
        {
            return bucket.Spend() switch
            {
                >= 0 => Allowance.Granted,
                var left when left >= -options.MessageBurst => Allowance.Exceeded,
                _ => Allowance.Exhausted,
            };
        }
    }
}

/// <summary>Whether one more message is all right.</summary>
internal enum Allowance
{
    Granted,

    /// <summary>It is answered with an error and otherwise ignored.</summary>
    Exceeded,

    /// <summary>The socket is closed.</summary>
    Exhausted,
}
