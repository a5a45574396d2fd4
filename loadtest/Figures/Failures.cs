using System.Collections.Concurrent;
using System.Net.Sockets;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Figures;

/// <summary>What kept connections from standing, and how often; each with what to do about it, where that is known.</summary>
internal sealed class Failures
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => counts;

    public void Add(string what) => counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>Why a connection does not stand.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="wasLate">Whether it took too long.</param>
    public void Add(Exception fault, bool wasLate)
    {
        switch (fault)
        {
            case SocketException socket:
                Add(socket);
                break;
            case HandshakeException handshake:
                Add(handshake);
                break;
            default:
                Add(wasLate ? "A connection did not stand in time." : "A connection was given up.");
                break;
        }
    }

    public void Add(SocketException fault) => Add(fault.SocketErrorCode switch
    {
        SocketError.TooManyOpenSockets => "This process has too few file descriptors: raise them with 'ulimit -n', or say --processes.",
        SocketError.AddressNotAvailable or SocketError.AddressAlreadyInUse or SocketError.NoBufferSpaceAvailable =>
            "This machine has no port left for another connection to that address: say --source-addresses.",
        SocketError.ConnectionRefused => "Nobody listens there (connection refused).",
        var other => $"It could not be connected: {other}.",
    });

    public void Add(HandshakeException fault) => Add((fault.Status, fault.Body) switch
    {
        (429, var body) when body.Contains("connections", StringComparison.Ordinal) =>
            "429: one address has too many sockets. Gateway:Sockets:ConnectionsPerAddress sets how many (programs of the gateway's own machine are not counted).",
        (429, _) => "429: one address asks too often. Security:Limits:RequestsPerSecond and Security:Limits:Burst set how often.",
        (503, var body) when body.Contains("ConnectionLimitReached", StringComparison.Ordinal) => "503: the event is full. Its maxConnections sets how many may watch.",
        (503, var body) when body.Contains("Too many connections", StringComparison.Ordinal) => "503: the gateway is full. Gateway:Sockets:Connections sets how many sockets it takes.",
        (0, _) => $"{fault.Message} If that is many, Security:Limits:Connections sets how many one address may hold.",
        (var status, var body) => $"{status}: {body}",
    });

    /// <param name="why">What the gateway said when it refused a subscription.</param>
    public void AddRefusal(string why) => Add(why switch
    {
        "Connection limit exceeded" => "Connection limit exceeded: Matches:ConnectionsPerAddress sets how many sockets of one address may watch votes.",
        _ when why.Contains("as many spectators as it may have", StringComparison.Ordinal) => "The channel is full: Gateway:Seats:PerContest sets how many may watch.",
        _ => why,
    });

    public void AddClose(CloseReason reason) => Add(reason switch
    {
        { Code: CloseReason.TryLater, Text: "Server overloaded" } => "1013 \"Server overloaded\": Pileup:Connections sets how many may watch a pileup.",
        { IsOurs: true } => $"The gateway broke the protocol: {reason}",
        _ => $"Closed: {reason}",
    });
}
