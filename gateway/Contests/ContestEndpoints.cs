using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Contests;

/// <summary>The contests themselves, and the keys to log in them.</summary>
internal static class ContestEndpoints
{
    public static void MapContests(this IEndpointRouteBuilder routes)
    {
        var contests = routes.MapGroup("/api/contests").WithTags("Contests");
        contests.MapPost("", CreateAsync).RequireMasterKey().WithSummary("Create a contest").Accepts<ContestInput>("application/json")
            .Produces<ContestCard>(201).ProducesErrors(400, 409, 413, 415, 429);
        contests.MapGet("", ListAsync).WithSummary("Every contest").Produces<IReadOnlyList<ContestCard>>().ProducesErrors(503);
        contests.MapGet("/{id}", CardAsync).WithSummary("One contest, and how many are watching").Produces<WatchedContest>().ProducesErrors(404, 503);
        contests.MapPost("/{id}/keys", AddKeyAsync).RequireMasterKey().WithSummary("Make an ingest key; it is shown this once")
            .Produces<KeyBody>(201).ProducesErrors(404, 429);
    }

    private static Task<IResult> CreateAsync(HttpContext context, IChannels channels) =>
        JsonBody.AnswerAsync(context, body => CreateFromAsync(body, channels));

    private static async Task<IResult> CreateFromAsync(JsonElement body, IChannels channels)
    {
        if (!JsonBody.TryRead(body, InputJson.Default.ContestInput, out var input, out var wrong)
            || !ContestDraftReader.TryRead(input, out var id, out var draft, out wrong))
        {
            return Refusals.Answer(ContestRefusals.InvalidContest(wrong));
        }

        var outcome = await channels.Get<IContest>(id).Create(draft);
        return outcome.IsRefused()
            ? Refusals.Answer(outcome.Refusal)
            : new CreatedAnswer<ContestCard>($"/api/contests/{id}", outcome.Value, ContestJson.Plain.ContestCard);
    }

    private static async Task<IResult> ListAsync(EveryContest contests, CancellationToken cancellationToken)
    {
        var ids = await contests.ListAsync(cancellationToken);
        IReadOnlyList<ContestCard> cards = await contests.AskAsync(ids, contest => contest.Card(), cancellationToken).ToListAsync(cancellationToken);
        return Results.Json(cards, ContestJson.Plain.IReadOnlyListContestCard);
    }

    private static Task<IResult> CardAsync(string id, IChannels channels, SeatDirectory seats) =>
        ContestQuery.AnswerAsync(channels, id, contest => WatchedAsync(contest, id, seats), AnswerJson.Plain.WatchedContest);

    private static async Task<WatchedContest?> WatchedAsync(IContest contest, string id, SeatDirectory seats) =>
        await contest.Card() is { } card ? WatchedContest.Of(card, await seats.CountAsync(new ChannelId("contest", id))) : null;

    private static async Task<IResult> AddKeyAsync(string id, IChannels channels)
    {
        if (!ChannelId.IsValidId(id))
        {
            return Refusals.Answer(ContestRefusals.ContestNotFound);
        }

        var key = Secret.New();
        var outcome = await channels.Get<IContest>(id).AddKey(key.Hash);
        return outcome.IsRefused()
            ? Refusals.Answer(outcome.Refusal)
            : Results.Json(new KeyBody(key.Text), AnswerJson.Plain.KeyBody, statusCode: 201);
    }
}

/// <summary>A new ingest key.</summary>
/// <param name="ApiKey">64 hex digits, to be shown as <c>X-API-Key</c>. It cannot be read again.</param>
internal sealed record KeyBody(string ApiKey);
