namespace OrleansContest.LoadTest.Sockets;

/// <summary>Takes server-sent events. Called by one thread at a time, on the thread pool.</summary>
internal interface IStreamHandler
{
    /// <param name="from">The stream.</param>
    /// <param name="data">An event's data; good for the length of the call.</param>
    /// <param name="receivedAt">When it was read.</param>
    void Take(EventStream from, ReadOnlySpan<byte> data, long receivedAt);

    /// <summary>The stream is over. Called once, as the last.</summary>
    void Ended(EventStream from, CloseReason reason);
}
