namespace OrleansContest.LoadTest.Sockets;

/// <summary>Reads and writes one connected socket.</summary>
internal interface IPump
{
    /// <summary>Begins to read.</summary>
    void Start();

    /// <summary>Sends at once, or as soon as there is room. After the end it does nothing.</summary>
    void Send(ReadOnlySpan<byte> bytes);

    /// <summary>Stops reading: what is under way may still come.</summary>
    void Pause();

    /// <summary>Reads on.</summary>
    void Resume();

    /// <summary>Says that nothing more will be sent.</summary>
    void Finish();

    /// <summary>Ends it at once, without leaving a port that waits. The sink is told, as of every end.</summary>
    void Abort();
}
