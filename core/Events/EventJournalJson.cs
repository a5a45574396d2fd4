using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Facts and snapshots as they are kept; what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(IReadOnlyList<EventFact>))]
[JsonSerializable(typeof(EventSnapshot))]
internal sealed partial class EventJournalJson : JsonSerializerContext;
