using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>Says before the upgrade why an event cannot be watched, and takes the spectator's seat.</summary>
internal sealed class EventGate(IChannels channels, SeatDirectory seats) : IUpgradeGate
{
    private static readonly NamedError notFound = new(
        StatusCodes.Status404NotFound, new NamedErrorBody("EventNotFound", "Event not found or not publicly available"));

    private static readonly NamedError official = new(
        StatusCodes.Status410Gone, new NamedErrorBody("EventOfficial", "Event results are official. No live updates available."));

    private static readonly NamedError unavailable = new(
        StatusCodes.Status503ServiceUnavailable, new NamedErrorBody("Unavailable", "This cannot be answered now; try again in a moment"), RetryAfterSeconds: 1);

    public async ValueTask<IResult?> RefuseAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["eventId"]!;
        var card = ChannelId.IsValidId(id) ? await channels.Get<IEvent>(id).Card() : null;
        return card?.Status switch
        {
            null or EventStatus.Draft => notFound,
            EventStatus.Official => official,
            _ => await SeatAsync(id, card.Config.MaxConnections, context),
        };
    }

    private async ValueTask<IResult?> SeatAsync(string id, int limit, HttpContext context)
    {
        var answer = await seats.TakeAsync(new SeatPlan(new ChannelId("event", id), limit), context);
        return answer.Outcome switch
        {
            SeatOutcome.Seated => null,
            SeatOutcome.Full => Full(limit),
            _ => unavailable,
        };
    }

    private static NamedError Full(int limit) => new(
        StatusCodes.Status503ServiceUnavailable,
        new NamedErrorBody("ConnectionLimitReached", "Maximum number of concurrent connections reached for this event", MaxConnections: limit));
}
