using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>Events and snapshots as they are kept: what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(IReadOnlyList<PileupEvent>))]
[JsonSerializable(typeof(Pileup))]
internal sealed partial class PileupJournalJson : JsonSerializerContext;
