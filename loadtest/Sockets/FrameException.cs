namespace OrleansContest.LoadTest.Sockets;

/// <summary>The server sent what no server may send.</summary>
/// <param name="code">The close code that says so.</param>
/// <param name="message">What was wrong.</param>
internal sealed class FrameException(ushort code, string message) : Exception(message)
{
    public ushort Code => code;
}
