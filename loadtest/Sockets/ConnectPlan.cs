using System.Net;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Where a socket goes and what it asks for.</summary>
/// <param name="Remote">The server.</param>
/// <param name="Path">Path and query of the request.</param>
internal sealed record ConnectPlan(IPEndPoint Remote, string Path)
{
    /// <summary>What the request says the host is. Default: the address.</summary>
    public string? Host { get; init; }

    /// <summary>The address of this machine that the connection comes from, such as 127.0.0.2. Default: the system's choice.</summary>
    public IPAddress? Source { get; init; }

    /// <summary>More lines of the request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether messages may come compressed (<c>permessage-deflate</c> without context take-over).</summary>
    public bool OffersCompression { get; init; }

    /// <summary>The most that the system may keep for us before we read. Default: the system's choice.</summary>
    public int? SystemBufferBytes { get; init; }

    /// <summary>Bytes of one read. Default: what there is.</summary>
    public int ReadAtMost { get; init; } = int.MaxValue;

    /// <summary>Whether a <see cref="PollLoop"/> watches it, and not the framework. Default: where there is one.</summary>
    public bool IsPolled { get; init; } = PollLoop.IsSupported;

    /// <summary>Bytes that a connection holds while it waits, where the framework watches it.</summary>
    public int IdleBufferBytes { get; init; } = 512;

    /// <summary>The largest message that is taken, inflated.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>Stamps what is received.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
