namespace OrleansContest.LoadTest.Sockets;

/// <summary>Takes what a <see cref="FrameReader"/> finds. What it is given is good for the length of the call.</summary>
internal interface IFrameSink
{
    /// <summary>A whole message.</summary>
    void Message(ReadOnlySpan<byte> text);

    /// <summary>A ping, a pong, or the close.</summary>
    void Control(byte opcode, ReadOnlySpan<byte> payload);
}
