using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <summary>How what clients send is read: leniently between text and number, the last of two members of one name, unknown ones ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientText), typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(QsoDraft))]
[JsonSerializable(typeof(ContestInput))]
[JsonSerializable(typeof(RulesInput))]
[JsonSerializable(typeof(SessionInput))]
[JsonSerializable(typeof(MergeInput))]
[JsonSerializable(typeof(string))]
internal sealed partial class InputJson : JsonSerializerContext;
