using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Takes what a <see cref="IPump"/> reads, by one thread at a time.</summary>
internal interface IByteSink
{
    /// <param name="bytes">Good for the length of the call.</param>
    /// <param name="at">When they were read.</param>
    /// <returns>Whether to go on reading.</returns>
    bool Take(ReadOnlySpan<byte> bytes, long at);

    /// <summary>Nothing more comes. Called once, also when it was this side that ended it.</summary>
    /// <param name="error">Success when the peer ended it in order.</param>
    void Ended(SocketError error);
}
