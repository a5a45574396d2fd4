using System.Net;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Security;

/// <summary>The browser origins that may call: those listed, else only pages that come from the gateway itself.</summary>
/// <remarks>
/// A page's own address is taken from <c>Host</c>, and only where that names this machine by number or by its own name:
/// any other name could be an attacker's, pointed at this machine (DNS rebinding), and must be listed.
/// </remarks>
internal sealed class Origins(IEnumerable<string> listed)
{
    private readonly HashSet<string> listed = new(listed, StringComparer.OrdinalIgnoreCase);

    public static ErrorAnswer Refused { get; } =
        new(StatusCodes.Status403Forbidden, "This page's origin is not allowed; list it in Security:Origins");

    public IReadOnlyCollection<string> Listed => listed;

    /// <summary>Whether the request may be served: it does not come from a page, or from one that is allowed.</summary>
    public bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0 || (origin.Count == 1 && Allows(origin[0]!, request));
    }

    private bool Allows(string origin, HttpRequest request) =>
        listed.Count > 0
            ? listed.Contains(origin)
            : NamesThisMachine(request.Host.Host)
                && origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static bool NamesThisMachine(string host) =>
        IPAddress.TryParse(host, out _)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        || host.Equals(Environment.MachineName + ".local", StringComparison.OrdinalIgnoreCase);
}
