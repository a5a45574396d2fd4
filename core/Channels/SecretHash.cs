namespace OrleansContest.Channels;

/// <summary>The SHA-256 of a key or token, as it comes into a channel: 64 lower-case hex digits.</summary>
internal static class SecretHash
{
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">It is not one.</exception>
    public static string Require(string hash, string parameter) =>
        hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower)
            ? hash
            : throw new ArgumentException("A hash is 64 lower-case hex digits.", parameter);
}
