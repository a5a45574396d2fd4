using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>The key of a relay: the silo it serves and the channel it follows, <c>SILO/KIND:ID</c>.</summary>
internal static class RelayKey
{
    /// <exception cref="FormatException">The key is not one.</exception>
    public static (string Silo, ChannelId Channel) Parse(string key)
    {
        var slash = key.IndexOf('/');
        return slash > 0 && ChannelId.TryParse(key[(slash + 1)..], out var channel)
            ? (key[..slash], channel)
            : throw new FormatException($"'{key}' is not a relay's key: SILO/KIND:ID.");
    }
}
