using System.Text.Json.Serialization.Metadata;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Events;

/// <summary>What the public may read of events.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/api/v1/events").WithTags("Events");
        events.MapGet("", ListAsync).WithSummary("Every event that the public may see").Produces<EventList>().ProducesNamedErrors(503);
        events.MapGet("/{eventId}", OverviewAsync).WithSummary("One event, its classes and its races")
            .Produces<EventOverview>().ProducesNamedErrors(404, 503);
        events.MapGet("/{eventId}/results/{raceId}", ResultsAsync).WithSummary("The results of a race, of all or of one age group")
            .Produces<RaceResults>().ProducesNamedErrors(404, 503);
        events.MapGet("/{eventId}/startlist/{raceId}", StartlistAsync).WithSummary("The start list of a race")
            .Produces<RaceStartlist>().ProducesNamedErrors(404, 503);
        events.MapGet("/{eventId}/oncourse", OnCourseAsync).WithSummary("Who is on the course")
            .Produces<OnCourseList>().ProducesNamedErrors(404, 503);
        events.MapGet("/{eventId}/categories", CategoriesAsync).WithSummary("The age groups of all classes together")
            .Produces<CategoryList>().ProducesNamedErrors(404, 503);
    }

    private static async Task<IResult> ListAsync(EveryEvent events, CancellationToken cancellationToken)
    {
        var ids = await events.ListAsync(cancellationToken);
        var cards = await events.AskAsync(ids, one => one.Card(), cancellationToken).ToListAsync(cancellationToken);
        return Results.Json(new EventList([.. cards.Where(card => card.Status != EventStatus.Draft).Select(DetailOf)]), EventAnswerJson.Plain.EventList);
    }

    private static Task<IResult> OverviewAsync(string eventId, IChannels channels) =>
        AskAsync(channels, eventId, one => one.Overview(), EventJson.Plain.EventOverview);

    private static Task<IResult> OnCourseAsync(string eventId, IChannels channels) =>
        AskAsync(channels, eventId, async one => await one.OnCourse() is { } entries ? new OnCourseList(entries) : null, EventAnswerJson.Plain.OnCourseList);

    private static Task<IResult> CategoriesAsync(string eventId, IChannels channels) =>
        AskAsync(channels, eventId, async one => await one.Categories() is { } all ? new CategoryList(all) : null, EventAnswerJson.Plain.CategoryList);

    private static Task<IResult> ResultsAsync(string eventId, string raceId, string? catId, string? detailed, IChannels channels) =>
        AskRaceAsync(channels, eventId, one => one.Results(raceId, string.IsNullOrEmpty(catId) ? null : catId, IsSet(detailed)), EventJson.Plain.RaceResults);

    private static Task<IResult> StartlistAsync(string eventId, string raceId, IChannels channels) =>
        AskRaceAsync(channels, eventId, one => one.Startlist(raceId), EventJson.Plain.RaceStartlist);

    private static bool IsSet(string? flag) => flag is "1" || string.Equals(flag, "true", StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> AskAsync<T>(IChannels channels, string eventId, Func<IEvent, Task<T?>> question, JsonTypeInfo<T> json)
        where T : class =>
        ChannelId.IsValidId(eventId) && await question(channels.Get<IEvent>(eventId)) is { } answer
            ? Results.Json(answer, json)
            : NamedError.Of(EventRefusals.EventNotFound);

    private static async Task<IResult> AskRaceAsync<T>(
        IChannels channels, string eventId, Func<IEvent, Task<Outcome<T>>> question, JsonTypeInfo<T> json)
        where T : class
    {
        var outcome = ChannelId.IsValidId(eventId) ? await question(channels.Get<IEvent>(eventId)) : EventRefusals.EventNotFound;
        return outcome.IsRefused() ? NamedError.Of(outcome.Refusal) : Results.Json(outcome.Value, json);
    }

    private static PublicEventDetail DetailOf(EventCard card) => new(
        card.EventId,
        card.MainTitle,
        card.SubTitle,
        card.Location,
        card.StartDate,
        card.EndDate,
        card.Discipline,
        card.Status,
        card.ImageUrl,
        card.Facility);
}
