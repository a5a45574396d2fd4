namespace OrleansContest.LoadTest.Sockets;

/// <summary>Takes what a WebSocket receives. Called by one thread at a time, on the thread pool.</summary>
internal interface IFrameHandler
{
    /// <summary>One whole message.</summary>
    /// <param name="from">The connection, to answer.</param>
    /// <param name="message">UTF-8 text, inflated and put together; good for the length of the call.</param>
    /// <param name="receivedAt">When its last bytes were read, as the plan's clock counts timestamps.</param>
    void Take(WebSocketConnection from, ReadOnlySpan<byte> message, long receivedAt);

    /// <summary>The connection is over. Called once, as the last.</summary>
    void Closed(WebSocketConnection from, CloseReason reason);
}
