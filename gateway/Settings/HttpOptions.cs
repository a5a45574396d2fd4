using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Settings;

/// <summary>Bounds of HTTP. Every one is finite.</summary>
internal sealed class HttpOptions
{
    public const string Section = "Gateway:Http";

    /// <summary>Connections at once, WebSockets included. Default: 100,000.</summary>
    [Range(10, 10_000_000)]
    public int Connections { get; set; } = 100_000;

    /// <summary>Bytes of one JSON body. Default: 64 KiB.</summary>
    [Range(1_024, 16 << 20)]
    public int JsonBytes { get; set; } = 64 << 10;

    /// <summary>Bytes of one batch of entries. Default: 1 MiB.</summary>
    [Range(1_024, 64 << 20)]
    public int BatchBytes { get; set; } = 1 << 20;

    /// <summary>Bytes of one imported log. Default: 100 MiB.</summary>
    [Range(1_024, 1 << 30)]
    public int ImportBytes { get; set; } = 100 << 20;

    /// <summary>Seconds within which a request's headers must be there. Default: 10.</summary>
    [Range(1, 600)]
    public int HeadersWithinSeconds { get; set; } = 10;

    /// <summary>Seconds an idle connection is kept. Default: 120.</summary>
    [Range(1, 3_600)]
    public int KeepAliveSeconds { get; set; } = 120;

    /// <summary>Bytes a second that a body must bring, after 5 s of grace. Default: 240.</summary>
    [Range(1, 1 << 20)]
    public int BodyBytesPerSecond { get; set; } = 240;
}
