using Microsoft.Net.Http.Headers;

namespace OrleansContest.Gateway.Security;

/// <summary>The token that a request shows as <c>Authorization: Bearer</c>.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <returns>Null when it shows none.</returns>
    public static string? Of(HttpRequest request)
    {
        var authorization = request.Headers[HeaderNames.Authorization].ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;
    }
}
