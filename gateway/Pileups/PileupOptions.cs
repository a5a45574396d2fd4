using System.ComponentModel.DataAnnotations;
using OrleansContest.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The operator of the pileups, how large they are, and where callers are looked up.</summary>
internal sealed class PileupOptions : IValidatableObject
{
    public const string Section = "Pileup";

    /// <summary>The operator's name. Unset, like the password: what only the operator may do is closed.</summary>
    public string? AdminUser { get; set; }

    /// <summary>The operator's password.</summary>
    public string? AdminPassword { get; set; }

    /// <summary>Callers that may wait in a pileup. Default: 4.</summary>
    [Range(1, Pileup.LargestSize)]
    public int QueueSize { get; set; } = Pileup.UsualSize;

    /// <summary>The same for single pileups, by their ids: <c>Pileup:QueueSizes:dx1=10</c>.</summary>
    public Dictionary<string, int> QueueSizes { get; set; } = [];

    /// <summary>WebSocket connections of a pileup, over all gateways. Default: 100.</summary>
    [Range(1, 100_000)]
    public int Connections { get; set; } = 100;

    /// <summary>An account of the QRZ XML service. Unset: callers are not looked up.</summary>
    public string? QrzUser { get; set; }

    /// <summary>The account's password.</summary>
    public string? QrzPassword { get; set; }

    /// <summary>Where that service answers. Default: <c>https://xmldata.qrz.com/xml/current/</c>.</summary>
    [Required]
    public Uri QrzAddress { get; set; } = new("https://xmldata.qrz.com/xml/current/");

    /// <summary>Whether callers are looked up.</summary>
    public bool LooksUp => this is { QrzUser.Length: > 0, QrzPassword.Length: > 0 };

    public int SizeOf(string pileup) => QueueSizes.GetValueOrDefault(pileup, QueueSize);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (pileup, size) in QueueSizes)
        {
            if (!ChannelId.IsValidId(pileup) || size is < 1 or > Pileup.LargestSize)
            {
                yield return new($"'{pileup}' = {size}: a pileup's id, and 1 to {Pileup.LargestSize} callers", [nameof(QueueSizes)]);
            }
        }

        if (string.IsNullOrEmpty(AdminUser) != string.IsNullOrEmpty(AdminPassword))
        {
            yield return new("AdminUser and AdminPassword are set together or not at all", [nameof(AdminPassword)]);
        }

        if (string.IsNullOrEmpty(QrzUser) != string.IsNullOrEmpty(QrzPassword))
        {
            yield return new("QrzUser and QrzPassword are set together or not at all", [nameof(QrzPassword)]);
        }

        if (!QrzAddress.IsAbsoluteUri || QrzAddress.Scheme is not ("http" or "https"))
        {
            yield return new("must be an address beginning with http:// or https://", [nameof(QrzAddress)]);
        }
    }
}
