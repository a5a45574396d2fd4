using System.Security.Cryptography;
using System.Text;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Events;

/// <summary>An event's ingest key: 64 hex digits, of which the first 16 follow from the event's id and the others are random.</summary>
/// <remarks>Ingest names no event but by its key: so the event is found by its id, without asking each whether the key is its own.</remarks>
internal static class EventKey
{
    private const int MarkLength = 16;
    private const int Length = 64;

    public static Secret New(string eventId)
    {
        var text = MarkOf(eventId) + RandomNumberGenerator.GetHexString(Length - MarkLength, lowercase: true);
        return new Secret(text, Secret.HashOf(text));
    }

    /// <summary>Whether the key may be that event's.</summary>
    public static bool Names(string key, string eventId) => key.Length == Length && key.StartsWith(MarkOf(eventId), StringComparison.Ordinal);

    private static string MarkOf(string eventId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)))[..MarkLength];
}
