using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Hub;

/// <summary>Limits on one socket, and on all of them together. Every limit is finite.</summary>
public sealed class SocketOptions
{
    public const string Section = "Gateway:Sockets";

    /// <summary>Bytes of one message from a client; more closes the socket with 1009. The contracts fix it.</summary>
    public const int MaxMessageBytes = 64 << 10;

    /// <summary>Frames that may wait for one spectator before they are merged. Default: 256.</summary>
    [Range(1, 65_536)]
    public int OutboxFrames { get; set; } = 256;

    /// <summary>Bytes that may wait for one spectator before they are merged. Default: 1 MiB.</summary>
    [Range(1_024, 1 << 30)]
    public int OutboxBytes { get; set; } = 1 << 20;

    /// <summary>How long a socket may take nothing before it is dropped (1013). Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StallAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a socket that says nothing is pinged. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PingEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the answer to a ping may take before the socket is dropped, unless the peer still takes what came before. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PongWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket may neither subscribe to anything nor say anything. Default: 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a peer may take to answer our close, and the last frames to leave. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CloseWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long all sockets together may take to close when the gateway stops. Default: 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether messages are compressed for clients that offer it (<c>permessage-deflate</c>), once for all of them. Default: true.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>Messages a client may send a second. Default: 20.</summary>
    [Range(1, 100_000)]
    public int MessagesPerSecond { get; set; } = 20;

    /// <summary>
    /// Messages a client may send at once; as many again are answered with an error, and then the socket is closed (1008).
    /// Default: 40.
    /// </summary>
    [Range(1, 100_000)]
    public int MessageBurst { get; set; } = 40;

    /// <summary>Open sockets; the next is answered 503. Default: 20,000.</summary>
    [Range(1, 10_000_000)]
    public int Connections { get; set; } = 20_000;

    /// <summary>Open sockets of one address; the next is answered 429. Programs of this machine are not counted. Default: 1,000.</summary>
    [Range(1, 10_000_000)]
    public int ConnectionsPerAddress { get; set; } = 1_000;
}
