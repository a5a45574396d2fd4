namespace OrleansContest.Contests;

/// <summary>Who may ingest: the contest's keys and its stations' sessions. Only hashes of secrets are here.</summary>
/// <remarks>They are SHA-256 digests of random secrets, so finding one in a table tells a stranger nothing about the others.</remarks>
internal sealed class ContestAccess
{
    public const int MaxKeys = 100;

    public const int MaxSessions = 10_000;

    /// <summary>A session lives this long after it was last used.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromMinutes(20);

    /// <summary>A use is recorded only when this much of the lifetime is gone: one fact for hundreds of contacts.</summary>
    public static readonly TimeSpan UnrecordedUse = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => keys.Order(StringComparer.Ordinal);

    public int KeyCount => keys.Count;

    /// <summary>By the hashes of their tokens.</summary>
    public IEnumerable<KeyValuePair<string, Session>> Sessions => sessions.OrderBy(session => session.Key, StringComparer.Ordinal);

    public bool HasKey(string? hash) => hash is not null && keys.Contains(hash);

    /// <summary>The session of that token, if it is alive.</summary>
    public Session? Find(string? tokenHash, DateTimeOffset at) =>
        tokenHash is not null && sessions.TryGetValue(tokenHash, out var session) && session.ExpiresAt > at ? session : null;

    public bool IsFull(DateTimeOffset at) =>
        sessions.Count >= MaxSessions && sessions.Values.Count(session => session.ExpiresAt > at) >= MaxSessions;

    public void AddKey(string hash) => keys.Add(hash);

    public void Open(string tokenHash, Session session, DateTimeOffset at)
    {
        foreach (var (hash, open) in sessions)
        {
            if (open.ExpiresAt <= at)
            {
                sessions.Remove(hash);
            }
        }

        sessions[tokenHash] = session;
    }

    public void Extend(string tokenHash, DateTimeOffset expiresAt)
    {
        if (sessions.TryGetValue(tokenHash, out var session))
        {
            sessions[tokenHash] = session with { ExpiresAt = expiresAt };
        }
    }
}
