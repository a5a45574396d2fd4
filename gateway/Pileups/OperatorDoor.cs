using System.Net;
using System.Security.Cryptography;
using System.Text;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Lets the operator in: by name and password, compared in constant time, and not by guessing.</summary>
/// <remarks>Five wrong ones from one address within a minute close the door to that address for a minute.</remarks>
internal sealed class OperatorDoor(PileupOptions options, TimeProvider clock)
{
    public const int WrongOnes = 5;

    private static readonly TimeSpan window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<int, (int Count, long Since)> failures = [];
    private readonly byte[] user = Hash(options.AdminUser);
    private readonly byte[] password = Hash(options.AdminPassword);

    /// <summary>Whether there is an operator at all.</summary>
    public bool HasOperator { get; } = options is { AdminUser.Length: > 0, AdminPassword.Length: > 0 };

    /// <summary>The operator's name.</summary>
    public string Operator => options.AdminUser!;

    public Entry Try(IPAddress? address, string? shownUser, string? shownPassword)
    {
        var slot = AddressSlot.Of(address);
        if (!HasOperator)
        {
            return Entry.NoOperator;
        }

        lock (gate)
        {
            if (IsClosed(slot))
            {
                return Entry.TooManyAttempts;
            }

            // Both are compared whatever the first says, so that an answer takes as long in every case.
            var isRight = CryptographicOperations.FixedTimeEquals(user, Hash(shownUser))
                & CryptographicOperations.FixedTimeEquals(password, Hash(shownPassword));
            if (!isRight)
            {
                CountFailure(slot);
            }

            return isRight ? Entry.Granted : Entry.Wrong;
        }
    }

    private bool IsClosed(int slot) =>
        failures.TryGetValue(slot, out var failed) && failed.Count >= WrongOnes && clock.GetElapsedTime(failed.Since) < window;

    /// <summary>There are no more slots than <see cref="AddressSlot.Count"/>, so this stays small.</summary>
    private void CountFailure(int slot)
    {
        var isRecent = failures.TryGetValue(slot, out var failed) && clock.GetElapsedTime(failed.Since) < window;
        var count = isRecent ? failed.Count + 1 : 1;
        failures[slot] = (count, isRecent && count < WrongOnes ? failed.Since : clock.GetTimestamp());
    }

    private static byte[] Hash(string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(text ?? ""));
}

/// <summary>What became of somebody who says to be the operator.</summary>
internal enum Entry
{
    Granted,

    Wrong,

    /// <summary>Nobody from there is asked for a while.</summary>
    TooManyAttempts,

    /// <summary>No operator is configured.</summary>
    NoOperator,
}
