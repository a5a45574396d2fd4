namespace OrleansContest.LoadTest.Sockets;

/// <summary>Is told by a <see cref="PollLoop"/> that its socket has something to read, or room to write. On the loop's thread.</summary>
internal interface IPolled
{
    /// <param name="isEnding">Whether the peer, or the connection, has ended: there is an end to be read.</param>
    void Ready(bool isEnding);
}
