namespace OrleansContest.Channels;

/// <summary>On whose word a call is made. The channel decides what that word is worth.</summary>
/// <param name="Kind">What was shown.</param>
/// <param name="SecretHash">SHA-256 of the key or token shown, 64 lower-case hex digits; null for the other kinds.</param>
public sealed record Caller(CallerKind Kind, string? SecretHash)
{
    /// <summary>The master key, or a program inside the cluster.</summary>
    public static Caller Trusted { get; } = new(CallerKind.Trusted, null);

    /// <summary>Nothing was shown.</summary>
    public static Caller Anonymous { get; } = new(CallerKind.Anonymous, null);

    public static Caller WithKey(string keyHash) => new(CallerKind.Key, keyHash);

    public static Caller WithToken(string tokenHash) => new(CallerKind.Token, tokenHash);
}
