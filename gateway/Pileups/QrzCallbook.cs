using System.Xml;
using System.Xml.Linq;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The QRZ XML service: a session key by name and password, then one question a caller.</summary>
/// <remarks>
/// A key lives until the service says otherwise, in words (<c>Session Timeout</c>, <c>Invalid session key</c>); then one new
/// one is asked for. Its client is of its own, so that no address with a password in it is logged. Source: «QRZ XML Logbook
/// Data Interface», version 1.34.
/// </remarks>
internal sealed class QrzCallbook(PileupOptions options) : ICallbook, IDisposable
{
    private const int MaxAnswer = 64 << 10;

    private static readonly XmlReaderSettings safely = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxAnswer };

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = MaxAnswer,
    };

    private volatile string? key;

    public async Task<CallerProfile> FindAsync(string callsign, CancellationToken cancellationToken)
    {
        var used = key;
        var answer = used is null ? default : await AskAsync(used, callsign, cancellationToken);
        if (!answer.IsOfSession)
        {
            key = used = await LogInAsync(cancellationToken);
            answer = await AskAsync(used, callsign, cancellationToken);
        }

        return answer switch
        {
            { Caller: { } found } => ProfileOf(callsign, found),
            { Error: { } error } when IsNotFound(error) => CallerProfile.Unknown(callsign, error),
            _ => throw new CallbookException(answer.Error ?? "QRZ did not answer the question"),
        };
    }

    public void Dispose() => http.Dispose();

    private async Task<string> LogInAsync(CancellationToken cancellationToken)
    {
        var login = await GetAsync($"username={Escape(options.QrzUser!)};password={Escape(options.QrzPassword!)};agent=orleans-contest", cancellationToken);
        return login.Key ?? throw new CallbookException(login.Error ?? "QRZ gave no session");
    }

    private Task<Answer> AskAsync(string session, string callsign, CancellationToken cancellationToken) =>
        GetAsync($"s={Escape(session)};callsign={Escape(callsign)}", cancellationToken);

    private async Task<Answer> GetAsync(string query, CancellationToken cancellationToken)
    {
        try
        {
            var body = await http.GetByteArrayAsync(new Uri($"{options.QrzAddress}?{query}"), cancellationToken);
            using var reader = XmlReader.Create(new MemoryStream(body), safely);
            var root = XDocument.Load(reader).Root!;
            var session = Child(root, "Session");
            return new Answer(Text(session, "Key"), Child(root, "Callsign"), Text(session, "Error"));
        }
        catch (HttpRequestException fault)
        {
            throw new CallbookException(fault.StatusCode is { } status ? $"QRZ answered {(int)status}" : "QRZ cannot be reached", fault);
        }
        catch (XmlException fault)
        {
            throw new CallbookException("QRZ answered what cannot be read", fault);
        }
    }

    private static bool IsNotFound(string error) => error.StartsWith("Not found", StringComparison.OrdinalIgnoreCase);

    private static CallerProfile ProfileOf(string callsign, XElement found) => new(
        callsign,
        Joined(" ", Text(found, "fname"), Text(found, "name")),
        Joined(", ", Text(found, "addr2"), Text(found, "state"), Text(found, "country")),
        Text(found, "land") ?? Text(found, "country"),
        Text(found, "image"),
        null);

    private static string? Joined(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;

    private static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Text(XElement? parent, string name) => Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string Escape(string text) => Uri.EscapeDataString(text);

    /// <summary>What the service said. Without a key and a caller, and unless it says that there is no such caller, the session is over.</summary>
    private readonly record struct Answer(string? Key, XElement? Caller, string? Error)
    {
        public bool IsOfSession => Caller is not null || Key is not null || (Error is not null && IsNotFound(Error));
    }
}
