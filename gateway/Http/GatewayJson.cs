using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Http;

/// <summary>How the gateway's own records are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(NamedErrorBody))]
[JsonSerializable(typeof(CodedErrorBody))]
[JsonSerializable(typeof(DetailedErrorBody))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(MadeKeys))]
internal sealed partial class GatewayJson : JsonSerializerContext
{
    private static GatewayJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static GatewayJson Plain => plain ??= new(PlainJson.Like(Default));
}
