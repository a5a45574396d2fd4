using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The operations <c>system.*</c>, which ask the gateway and no pileup.</summary>
internal sealed class SystemOperations(OperatorDoor door, PileupOptions options, TimeProvider clock)
{
    private const string ServerName = "Pileup Buster WebSocket Server";
    private const string ProtocolVersion = "1.0";

    private static readonly string[] names = ["system.ping", "system.heartbeat", "system.info"];

    private static readonly string version = typeof(SystemOperations).Assembly.GetName().Version!.ToString(3);

    private readonly long startedAt = clock.GetTimestamp();

    /// <summary>Everything that may be asked by WebSocket.</summary>
    public static IReadOnlyList<string> All { get; } = [.. PileupOperations.All, .. names];

    /// <returns>Null when it is none of these.</returns>
    public OperationResult? Run(string operation) => operation switch
    {
        "system.ping" => Answer(new() { ["pong"] = true, ["server_time"] = Now(), ["message"] = "Pong from WebSocket server" }),
        "system.heartbeat" => Answer(new() { ["heartbeat"] = true, ["server_time"] = Now(), ["uptime"] = Uptime() }),
        "system.info" => Answer(Describe()),
        _ => null,
    };

    private JsonObject Describe() => new()
    {
        ["server"] = ServerName,
        ["version"] = version,
        ["protocol_version"] = ProtocolVersion,
        ["supported_operations"] = new JsonArray([.. All.Select(name => JsonValue.Create(name))]),
        ["features"] = new JsonObject
        {
            ["authentication"] = door.HasOperator,
            ["real_time_events"] = true,
            ["qrz_integration"] = options.LooksUp,
            ["rate_limiting"] = true,
        },
    };

    private JsonNode Now() => PileupJsonText.Moment(clock.GetUtcNow())!;

    private double Uptime() => Math.Round(clock.GetElapsedTime(startedAt).TotalSeconds, 3);

    private static OperationResult Answer(JsonObject data) => OperationResult.Success(data);
}
