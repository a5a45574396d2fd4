using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Settings;

/// <summary>Where everything is kept.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder of journals, snapshots and keys. Default: <c>data</c> where the gateway is started.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>An Npgsql connection string: the journals go there instead. Default: none.</summary>
    public string? Postgres { get; set; }
}
