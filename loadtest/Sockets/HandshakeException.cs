namespace OrleansContest.LoadTest.Sockets;

/// <summary>The server did not open the WebSocket, or stream, that was asked for.</summary>
/// <param name="status">The HTTP status; 0 where the answer was not HTTP.</param>
/// <param name="body">What it said, cut short.</param>
/// <param name="message">What was wrong.</param>
internal sealed class HandshakeException(int status, string body, string message) : Exception(message)
{
    public int Status => status;

    public string Body => body;
}
