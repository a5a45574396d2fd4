using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>Events and snapshots as they are kept: what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(IReadOnlyList<QuizEvent>))]
[JsonSerializable(typeof(QuizSnapshot))]
internal sealed partial class QuizJournalJson : JsonSerializerContext;
