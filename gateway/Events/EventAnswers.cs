using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Events;

namespace OrleansContest.Gateway.Events;

/// <param name="Events">All that the public may see, by id.</param>
internal sealed record EventList(IReadOnlyList<PublicEventDetail> Events);

/// <param name="Events">All there are, by id.</param>
internal sealed record EventCardList(IReadOnlyList<EventCard> Events);

/// <param name="Oncourse">By position.</param>
internal sealed record OnCourseList(IReadOnlyList<PublicOnCourseEntry> Oncourse);

/// <param name="Categories">Of all classes together.</param>
internal sealed record CategoryList(IReadOnlyList<PublicAggregatedCategory> Categories);

/// <summary>A new event.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="EventId">The same.</param>
/// <param name="ApiKey">64 hex digits, to be shown as <c>X-API-Key</c>. It cannot be read again.</param>
/// <param name="Validity">When the key opens the event.</param>
internal sealed record CreatedEvent(string Id, string EventId, string ApiKey, KeyWindow Validity);

/// <param name="Imported">How much the export has.</param>
/// <param name="Skipped">Starts of a race or participant that it does not have.</param>
internal sealed record ImportedBody(ImportedCounts Imported, int Skipped);

/// <summary>How much an export has.</summary>
/// <param name="Participants">Participants.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Races">Races.</param>
/// <param name="Results">Starts.</param>
/// <param name="Courses">Courses.</param>
internal sealed record ImportedCounts(int Participants, int Classes, int Races, int Results, int Courses);

/// <param name="Active">Who is now on the course.</param>
/// <param name="Skipped">Entries of a race or participant that is not known.</param>
/// <param name="Ignored">True when no export has come yet.</param>
internal sealed record OnCourseBody(
    int Active, int Skipped, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Ignored);

/// <param name="Updated">Results of a race and participant that are known.</param>
/// <param name="Skipped">Those of others.</param>
/// <param name="Ignored">True when no export has come yet.</param>
internal sealed record ResultsBody(
    int Updated, int Skipped, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Ignored);

/// <summary>How the answers are written that are not an event's own records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(EventList))]
[JsonSerializable(typeof(EventCardList))]
[JsonSerializable(typeof(OnCourseList))]
[JsonSerializable(typeof(CategoryList))]
[JsonSerializable(typeof(CreatedEvent))]
[JsonSerializable(typeof(ImportedBody))]
[JsonSerializable(typeof(OnCourseBody))]
[JsonSerializable(typeof(ResultsBody))]
internal sealed partial class EventAnswerJson : JsonSerializerContext
{
    private static EventAnswerJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static EventAnswerJson Plain => plain ??= new(PlainJson.Like(Default));
}
