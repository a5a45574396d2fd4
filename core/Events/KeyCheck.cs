using System.Security.Cryptography;
using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Who may run an event: the holder of its key while that is valid, and whoever has the master key.</summary>
internal static class KeyCheck
{
    /// <returns>Null when the caller may.</returns>
    public static Refusal? Refuse(EventSetup setup, Caller caller, DateTimeOffset at) => caller switch
    {
        { Kind: CallerKind.Trusted } => null,
        { Kind: not CallerKind.Key } => EventRefusals.NoKey,
        _ when !Opens(setup.KeyHash, caller.SecretHash) => EventRefusals.WrongKey,
        _ when !setup.Validity.HasBegun(at) => EventRefusals.KeyNotYetValid(setup.Validity.ValidFrom!.Value),
        _ when setup.Validity.HasEnded(at) => EventRefusals.KeyExpired(setup.Validity.ValidUntil!.Value),
        _ => null,
    };

    private static bool Opens(string hash, string? shown) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(shown));
}
