using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>Events as they are kept: what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(IReadOnlyList<MatchEvent>))]
[JsonSerializable(typeof(MatchCard))]
internal sealed partial class MatchJournalJson : JsonSerializerContext;
