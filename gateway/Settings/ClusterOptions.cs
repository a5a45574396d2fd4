using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Settings;

/// <summary>The cluster whose channels the gateway serves, instead of hosting them itself.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Connection string of the PostgreSQL in which the cluster's members meet. Default: none, and the gateway hosts channels itself.</summary>
    public string? Postgres { get; set; }

    /// <summary>The cluster's name, as its silos have it. Default: <c>contest</c>.</summary>
    [Required]
    [MaxLength(100)]
    public string ClusterId { get; set; } = "contest";

    /// <summary>The service's name, as its silos have it. Default: <c>contest</c>.</summary>
    [Required]
    [MaxLength(100)]
    public string ServiceId { get; set; } = "contest";
}
