using Microsoft.Extensions.Primitives;

namespace OrleansContest.Gateway.Hub;

/// <summary>What is agreed with a client on compression: <c>permessage-deflate</c> (RFC 7692), no context take-over, full window.</summary>
internal static class Compression
{
    private const string Extension = "permessage-deflate";

    /// <summary>What we agree to; the framework takes it for the client's own offer. A client need not have asked for it (RFC 7692, 7.1.1.2).</summary>
    private const string Agreed = $"{Extension}; client_no_context_takeover";

    /// <summary>Whether the client offers what all can share; its offer is then put as we want it, so that nobody keeps a window of what was said before.</summary>
    public static bool IsOfferedBy(HttpRequest request)
    {
        // A smaller window of ours would be a compression of its own.
        var isOffered = request.Headers.SecWebSocketExtensions.Any(line => line!.Split(',').Any(IsPlain));
        request.Headers.SecWebSocketExtensions = isOffered ? Agreed : StringValues.Empty;
        return isOffered;
    }

    /// <summary>Whether the answer agrees to it.</summary>
    public static bool IsAgreed(HttpResponse response) => !StringValues.IsNullOrEmpty(response.Headers.SecWebSocketExtensions);

    private static bool IsPlain(string offer)
    {
        var parameters = offer.Split(';', StringSplitOptions.TrimEntries);
        return parameters[0].Equals(Extension, StringComparison.OrdinalIgnoreCase)
            && !parameters.Any(parameter => parameter.StartsWith("server_max_window_bits", StringComparison.OrdinalIgnoreCase));
    }
}
