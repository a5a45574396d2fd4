namespace OrleansContest.LoadTest.Sockets;

/// <summary>An open connection to a server.</summary>
internal interface ILine
{
    /// <summary>Bytes received so far after the handshake, as they came over the wire.</summary>
    long BytesReceived { get; }

    /// <summary>Sends one text message. After the end it does nothing.</summary>
    void Send(ReadOnlySpan<byte> text);

    /// <summary>Stops reading, as a client that hangs does.</summary>
    void Pause();

    /// <summary>Reads on.</summary>
    void Resume();

    /// <summary>Goes away without a word.</summary>
    void Abort();
}
