using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Events;

/// <summary>Events as those who run them see them.</summary>
internal static class EventAdministration
{
    public static void MapEventAdministration(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/api/v1/admin/events").WithTags("Event administration");
        events.MapPost("", CreateAsync).RequireMasterKey().WithSummary("Create an event; its ingest key is shown this once")
            .Accepts<EventInput>("application/json").Produces<CreatedEvent>(201).ProducesNamedErrors(400, 401, 409, 413, 415, 429, 503);
        events.MapGet("", ListAsync).RequireMasterKey().WithSummary("Every event, drafts too")
            .Produces<EventCardList>().ProducesNamedErrors(401, 503);
        events.MapDelete("/{eventId}", DeleteAsync).RequireMasterKey().WithSummary("End an event for good; who watches it is closed")
            .Produces(204).ProducesNamedErrors(401, 404, 503);
        events.MapPatch("/{eventId}/status", ChangeStatusAsync).WithSummary("Take an event on in its life")
            .Accepts<StatusInput>("application/json").Produces<StatusChange>().ProducesNamedErrors(400, 401, 404, 413, 415, 429, 503);
        events.MapGet("/{eventId}/config", ConfigAsync).WithSummary("What the people who run an event have set")
            .Produces<EventConfig>().ProducesNamedErrors(401, 404, 503);
        events.MapPatch("/{eventId}/config", ConfigureAsync).WithSummary("Change some of it; what is left out stays")
            .Accepts<EventConfigEdit>("application/json").Produces<EventConfig>().ProducesNamedErrors(400, 401, 404, 413, 415, 429, 503);
    }

    private static Task<IResult> CreateAsync(HttpContext context, IChannels channels) =>
        JsonBody.AnswerAsync(context, body => CreateFromAsync(body, channels));

    private static async Task<IResult> CreateFromAsync(JsonElement body, IChannels channels)
    {
        if (!JsonBody.TryRead(body, EventInputJson.Default.EventInput, out var input, out var wrong))
        {
            return NamedError.Of(EventRefusals.InvalidEvent($"{wrong}."));
        }

        if (!ChannelId.IsValidId(input.EventId))
        {
            return NamedError.Of(EventRefusals.InvalidEvent($"eventId has 1 to {ChannelId.MaxIdLength} of A-Z a-z 0-9 . _ - and does not start with a dot."));
        }

        var key = EventKey.New(input.EventId!);
        var outcome = await channels.Get<IEvent>(input.EventId!).Create(input.ToDraft(), key.Hash);
        return outcome.IsRefused()
            ? NamedError.Of(outcome.Refusal)
            : new CreatedAnswer<CreatedEvent>(
                $"/api/v1/events/{input.EventId}",
                new CreatedEvent(outcome.Value.EventId, outcome.Value.EventId, key.Text, outcome.Value.Validity),
                EventAnswerJson.Plain.CreatedEvent);
    }

    private static async Task<IResult> ListAsync(EveryEvent events, CancellationToken cancellationToken)
    {
        var ids = await events.ListAsync(cancellationToken);
        var cards = await events.AskAsync(ids, one => one.Card(), cancellationToken).ToListAsync(cancellationToken);
        return Results.Json(new EventCardList(cards), EventAnswerJson.Plain.EventCardList);
    }

    private static Task<IResult> DeleteAsync(string eventId, IChannels channels) =>
        AskAsync(channels, eventId, one => one.Delete(), _ => Results.NoContent());

    private static Task<IResult> ConfigAsync(string eventId, HttpContext context, IChannels channels, Callers callers) =>
        AskAsync(channels, eventId, one => one.Admit(callers.Of(context.Request)), card => Results.Json(card.Config, EventJson.Plain.EventConfig));

    private static Task<IResult> ConfigureAsync(string eventId, HttpContext context, IChannels channels, Callers callers) =>
        JsonBody.AnswerAsync(context, body => JsonBody.TryRead(body, EventInputJson.Default.EventConfigEdit, out var edit, out var wrong)
            ? AskAsync(channels, eventId, one => one.Configure(callers.Of(context.Request), edit), config => Results.Json(config, EventJson.Plain.EventConfig))
            : Task.FromResult<IResult>(NamedError.Of(EventRefusals.InvalidConfig($"{wrong}."))));

    private static Task<IResult> ChangeStatusAsync(string eventId, HttpContext context, IChannels channels, Callers callers) =>
        JsonBody.AnswerAsync(context, body => ChangeStatusFromAsync(body, eventId, callers.Of(context.Request), channels));

    private static async Task<IResult> ChangeStatusFromAsync(JsonElement body, string eventId, Caller caller, IChannels channels)
    {
        if (!JsonBody.TryRead(body, EventInputJson.Default.StatusInput, out var input, out _) || StatusOf(input.Status) is not { } status)
        {
            var words = string.Join(", ", Enum.GetValues<EventStatus>().Select(LifeCycle.Word));
            return NamedError.Of(new Refusal("InvalidRequest", $"status is one of {words}"));
        }

        if (!ChannelId.IsValidId(eventId))
        {
            return NamedError.Of(EventRefusals.EventNotFound);
        }

        var outcome = await channels.Get<IEvent>(eventId).ChangeStatus(caller, status);
        return outcome.IsRefused() ? Refuse(outcome.Refusal, status) : Results.Json(outcome.Value, EventJson.Plain.StatusChange);
    }

    private static EventStatus? StatusOf(string? word) =>
        Enum.GetValues<EventStatus>().Where(status => LifeCycle.Word(status) == word).Select(status => (EventStatus?)status).FirstOrDefault();

    /// <summary>No two states may be followed by the same ones, so those that may follow say where the event is.</summary>
    private static NamedError Refuse(Refusal refusal, EventStatus requested)
    {
        var error = NamedError.Of(refusal);
        if (refusal is not { Code: "InvalidTransition", Details: { } next })
        {
            return error;
        }

        var current = Enum.GetValues<EventStatus>().Single(status => LifeCycle.Next(status).Select(LifeCycle.Word).SequenceEqual(next));
        return error with
        {
            Body = error.Body with { CurrentStatus = LifeCycle.Word(current), RequestedStatus = LifeCycle.Word(requested), ValidTransitions = next },
        };
    }

    private static async Task<IResult> AskAsync<T>(IChannels channels, string eventId, Func<IEvent, Task<Outcome<T>>> ask, Func<T, IResult> answer)
        where T : class
    {
        var outcome = ChannelId.IsValidId(eventId) ? await ask(channels.Get<IEvent>(eventId)) : EventRefusals.EventNotFound;
        return outcome.IsRefused() ? NamedError.Of(outcome.Refusal) : answer(outcome.Value);
    }
}
