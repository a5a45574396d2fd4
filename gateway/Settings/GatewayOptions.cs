using System.ComponentModel.DataAnnotations;
using System.Net;

namespace OrleansContest.Gateway.Settings;

/// <summary>Where the gateway listens and how it stops.</summary>
internal sealed class GatewayOptions : IValidatableObject
{
    public const string Section = "Gateway";

    /// <summary>Default: 8080. 0 takes any that is free.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 8080;

    /// <summary>The address to listen at, or <c>*</c> for every one of this machine, IPv4 and IPv6. Default: <c>*</c>.</summary>
    [Required]
    public string Address { get; set; } = "*";

    /// <summary>How long requests in flight may take to finish when the gateway stops. Default: 20 s.</summary>
    [Range(1, 600)]
    public int StopWithinSeconds { get; set; } = 20;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address != "*" && !IPAddress.TryParse(Address, out _))
        {
            yield return new("must be an IP address of this machine, or * for all of them", [nameof(Address)]);
        }
    }
}
