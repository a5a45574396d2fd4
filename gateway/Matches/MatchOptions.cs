using System.ComponentModel.DataAnnotations;
using System.Text;

namespace OrleansContest.Gateway.Matches;

/// <summary>What can be set of matches.</summary>
internal sealed class MatchOptions : IValidatableObject
{
    public const string Section = "Matches";

    /// <summary>
    /// Keys the hashes that are kept of fingerprints and addresses, at least 32 bytes; the same on every gateway, and never changed
    /// while a match runs. Default: one that follows from <c>Security:MasterKey</c>. With neither, nobody can vote (503).
    /// </summary>
    public string? VoterKey { get; set; }

    /// <summary>Socket.IO connections of one address; the next is told so and disconnected. Default: 10.</summary>
    [Range(1, 1_000_000)]
    public int ConnectionsPerAddress { get; set; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VoterKey is { Length: > 0 } key && Encoding.UTF8.GetByteCount(key) < 32)
        {
            yield return new("must have at least 32 bytes", [nameof(VoterKey)]);
        }
    }
}
