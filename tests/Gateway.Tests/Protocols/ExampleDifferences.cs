using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Compares an example with what really came: everything must be equal, but for what differs from run to run.</summary>
internal static partial class ExampleDifferences
{
    /// <summary>Members that chance or the clock fills: they must have the same type and form.</summary>
    private static readonly HashSet<string> varying =
        ["epoch", "apiKey", "token", "sessionId", "expiresAt", "createdAt", "updatedAt", "timestamp", "lastHour", "lastUpdated", "connection_id", "lastVoteAt", "lastUpdatedAt"];

    public static IReadOnlyList<string> Between(string example, string real) =>
        [.. Between(JsonNode.Parse(example), JsonNode.Parse(real), "$", isVarying: false)];

    private static IEnumerable<string> Between(JsonNode? example, JsonNode? real, string path, bool isVarying) => (example, real) switch
    {
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .SelectMany(name => BetweenMembers(one, other, name, $"{path}.{name}")),
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.Zip(other).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]", isVarying: false)),
        _ when isVarying && FormOf(example) == FormOf(real) => [],
        _ when JsonNode.DeepEquals(example, real) => [],
        _ => [$"{path}: the document has {Show(example)}, the gateway {Show(real)}"],
    };

    private static IEnumerable<string> BetweenMembers(JsonObject example, JsonObject real, string name, string path) =>
        example.ContainsKey(name) && real.ContainsKey(name)
            ? Between(example[name], real[name], path, varying.Contains(name) || IsNumberOfGlobal(example, name))
            : [$"{path} is only in the {(real.ContainsKey(name) ? "gateway's" : "document's")}"];

    /// <summary>A gateway gives those numbers in the order in which it happens to learn of the contests.</summary>
    private static bool IsNumberOfGlobal(JsonObject message, string name) => name == "seq" && (string?)message["channel"] == "global";

    /// <summary>The type; and of a text whether it is a time, or how long it is.</summary>
    private static string FormOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String when Time().IsMatch(node.GetValue<string>()) => "time",
        JsonValueKind.String => $"text of {node.GetValue<string>().Length}",
        var kind => $"{kind}",
    };

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Time();
}
