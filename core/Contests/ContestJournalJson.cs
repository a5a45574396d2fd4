using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Events and snapshots as they are kept: as in the contract, but what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(IReadOnlyList<ContestEvent>))]
[JsonSerializable(typeof(ContestSnapshot))]
internal sealed partial class ContestJournalJson : JsonSerializerContext;
