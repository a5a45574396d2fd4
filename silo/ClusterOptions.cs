using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Silo;

/// <summary>A member's place in the cluster. Section <c>Cluster</c>.</summary>
public sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Connection string of the PostgreSQL that keeps journals, membership, reminders and grain storage. Required.</summary>
    [Required(ErrorMessage = "Cluster:Postgres is missing: the connection string of the cluster's PostgreSQL.")]
    public string Postgres { get; set; } = "";

    /// <summary>The cluster that members with the same name make up. Default: <c>contest</c>.</summary>
    [Required]
    [MaxLength(100)]
    public string ClusterId { get; set; } = "contest";

    /// <summary>The service whose stored state it is, over clusters that follow one another. Default: <c>contest</c>.</summary>
    [Required]
    [MaxLength(100)]
    public string ServiceId { get; set; } = "contest";

    /// <summary>The address under which other members and gateways reach this one; never a public one. Default: loopback.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port for other members. Default: 11111.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port for gateways. Default: 30000.</summary>
    [Range(1, 65_535)]
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>How often the stream's queues are looked into, ms: the price of latency is paid in idle calls. Default: 10.</summary>
    [Range(1, 1_000)]
    public int PollMilliseconds { get; set; } = 10;

    /// <summary>Queues of the stream, the same on every member. Default: 2.</summary>
    [Range(1, 64)]
    public int Queues { get; set; } = 2;

    /// <summary>Seconds between two probes of a neighbour. Default: 1 (Orleans' own: 5).</summary>
    [Range(1, 60)]
    public int ProbeSeconds { get; set; } = 1;

    /// <summary>Probes a neighbour may miss before it is declared dead. Default: 5 (Orleans' own: 3).</summary>
    [Range(1, 20)]
    public int MissedProbes { get; set; } = 5;

    /// <summary>Seconds after which the seats of a gateway that is silent fall back, the same on every member. Default: 30.</summary>
    [Range(1, 600)]
    public int SeatTermSeconds { get; set; } = 30;
}
