namespace OrleansContest.Gateway.Hub;

/// <summary>A client's allowance of messages. It fills up steadily to the burst, and can be overdrawn by as much again.</summary>
internal sealed class MessageRate(SocketOptions options, TimeProvider clock)
{
    private double left = options.MessageBurst;
    private long countedAt = clock.GetTimestamp();

    public Allowance Spend()
    {
        var now = clock.GetTimestamp();
        var earned = clock.GetElapsedTime(countedAt, now).TotalSeconds * options.MessagesPerSecond;
        (left, countedAt) = (Math.Min(left + earned, options.MessageBurst) - 1, now);
        return left >= 0 ? Allowance.Granted : left >= -options.MessageBurst ? Allowance.Exceeded : Allowance.Exhausted;
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
