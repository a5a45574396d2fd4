using OrleansContest.Channels;

namespace OrleansContest.Gateway.Security;

/// <summary>Says on whose word a request is made.</summary>
internal sealed class Callers(MasterKey masterKey)
{
    /// <summary>The strongest of what the request shows: the master key, an ingest key, a session token (header or <c>?token=</c>).</summary>
    /// <remarks>A wrong master key is a wrong key, not nothing: it must not pass where anybody may log.</remarks>
    public Caller Of(HttpRequest request)
    {
        if (request.Headers["X-Master-Key"].ToString() is { Length: > 0 } master)
        {
            return masterKey.Opens(master) ? Caller.Trusted : Caller.WithKey(Secret.HashOf(master));
        }

        if (request.Headers["X-API-Key"].ToString() is { Length: > 0 } key)
        {
            return Caller.WithKey(Secret.HashOf(key));
        }

        return (BearerToken.Of(request) ?? request.Query["token"].ToString()) is { Length: > 0 } token ? Caller.WithToken(Secret.HashOf(token)) : Caller.Anonymous;
    }
}
