using System.Buffers;

namespace OrleansContest.Channels;

/// <summary>The name of a channel: its kind and its id, written <c>contest:cqww-26</c>.</summary>
/// <remarks>An id has 1 to 64 characters of <c>A–Z a–z 0–9 . _ -</c> and does not start with a dot. Case counts.</remarks>
public sealed record ChannelId
{
    public const int MaxIdLength = 64;

    private static readonly SearchValues<char> idCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <exception cref="ArgumentException"><paramref name="kind"/> or <paramref name="id"/> is not well-formed.</exception>
    public ChannelId(string kind, string id)
    {
        if (!IsKind(kind))
        {
            throw new ArgumentException($"'{kind}' is not a channel kind: lower-case letters only.", nameof(kind));
        }

        if (!IsValidId(id))
        {
            throw new ArgumentException($"'{id}' is not a channel id: 1 to {MaxIdLength} of A-Z a-z 0-9 . _ -", nameof(id));
        }

        (Kind, Id) = (kind, id);
    }

    /// <summary>What sort of channel: <c>contest</c>, <c>match</c>, <c>event</c>, <c>pileup</c>, <c>quiz</c>.</summary>
    public string Kind { get; }

    /// <summary>Which one of its kind.</summary>
    public string Id { get; }

    public static bool IsValidId(string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id[0] != '.' && !id.AsSpan().ContainsAnyExcept(idCharacters);

    public static bool TryParse(string? text, out ChannelId channel)
    {
        var colon = text?.IndexOf(':') ?? -1;
        channel = null!;
        if (colon < 0 || !IsKind(text![..colon]) || !IsValidId(text[(colon + 1)..]))
        {
            return false;
        }

        channel = new ChannelId(text[..colon], text[(colon + 1)..]);
        return true;
    }

    public override string ToString() => $"{Kind}:{Id}";

    private static bool IsKind(string kind) => kind is { Length: > 0 and <= 16 } && kind.All(char.IsAsciiLetterLower);
}
