using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Security;

/// <summary>What one address may ask for. Generous, because a whole club may sit behind one.</summary>
internal sealed class AddressLimitOptions
{
    public const string Section = "Security:Limits";

    /// <summary>Requests a second. Default: 500.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 500;

    /// <summary>Requests that may come at once before that rate holds. Default: 2,000.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 2_000;

    /// <summary>Connections at once, WebSockets included. Default: 2,000.</summary>
    [Range(1, 10_000_000)]
    public int Connections { get; set; } = 2_000;

    /// <summary>Whether this machine's own programs are limited too. Default: no.</summary>
    public bool Loopback { get; set; }
}
