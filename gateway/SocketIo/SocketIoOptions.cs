using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>The heartbeat of Socket.IO connections, as the contract has it.</summary>
internal sealed class SocketIoOptions
{
    public const string Section = "Gateway:SocketIo";

    /// <summary>How often the server pings. Default: 25 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the answer to a ping may take. Default: 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a client may take to connect to a namespace. Default: 45 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(45);
}
