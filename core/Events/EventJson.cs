using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>The records of an event as the contract writes them: camelCase, nulls written, times in UTC with milliseconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcMilliseconds), typeof(PublicResultJson)])]
[JsonSerializable(typeof(EventCard))]
[JsonSerializable(typeof(IReadOnlyList<EventCard>))]
[JsonSerializable(typeof(EventConfig))]
[JsonSerializable(typeof(EventOverview))]
[JsonSerializable(typeof(IReadOnlyList<PublicEventDetail>))]
[JsonSerializable(typeof(IReadOnlyList<PublicAggregatedCategory>))]
[JsonSerializable(typeof(IReadOnlyList<PublicOnCourseEntry>))]
[JsonSerializable(typeof(IReadOnlyList<PublicClass>))]
[JsonSerializable(typeof(IReadOnlyList<PublicRace>))]
[JsonSerializable(typeof(RaceResults))]
[JsonSerializable(typeof(RaceStartlist))]
[JsonSerializable(typeof(StatusChange))]
public sealed partial class EventJson : JsonSerializerContext
{
    private static EventJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static EventJson Plain => plain ??= new(PlainJson.Like(Default));
}
