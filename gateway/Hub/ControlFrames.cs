namespace OrleansContest.Gateway.Hub;

/// <summary>The control frames that wait for one socket: at most one of a sort, because only the latest matters (RFC 6455, 5.5.3).</summary>
internal sealed class ControlFrames
{
    private const byte CloseFrame = 0x88;
    private const byte PingFrame = 0x89;

    private ReplyBlock? ping;
    private ReplyBlock? pong;
    private ReplyBlock? close;

    /// <summary>Whether one waits that goes before messages.</summary>
    public bool IsUrgent => ping is not null || pong is not null;

    /// <returns>Whether it is a close frame, after which nothing may be sent.</returns>
    public bool Add(ReadOnlySpan<byte> frame)
    {
        var block = ReplyBlock.Control(frame);
        switch (frame[0])
        {
            case CloseFrame:
                close = block;
                return true;
            case PingFrame:
                ping = block;
                return false;
            default:
                pong = block;
                return false;
        }
    }

    /// <summary>Takes the next one out; a close frame only when nothing else is left.</summary>
    public ReplyBlock? Take(bool isLast) => Take(ref pong) ?? Take(ref ping) ?? (isLast ? Take(ref close) : null);

    public void Clear(bool includingClose)
    {
        (ping, pong) = (null, null);
        close = includingClose ? null : close;
    }

    private static ReplyBlock? Take(ref ReplyBlock? slot)
    {
        var taken = slot;
        slot = null;
        return taken;
    }
}
