using System.Security.Cryptography;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Matches as those who run them see them.</summary>
internal static class MatchAdministration
{
    public static void MapMatchAdministration(this IEndpointRouteBuilder routes)
    {
        var matches = routes.MapGroup("/api/matches").WithTags("Match administration");
        matches.MapPost("", CreateAsync).RequireMasterKey().WithSummary("Create a match").Accepts<MatchInput>("application/json")
            .Produces<MatchCard>(201).ProducesCodedErrors(400, 401, 409, 413, 415, 429, 503);
        matches.MapPut("/{id}", ReviseAsync).RequireMasterKey().WithSummary("Change a match; what is left out stays").Accepts<MatchInput>("application/json")
            .Produces<MatchCard>().ProducesCodedErrors(400, 401, 404, 409, 413, 415, 429, 503);
        matches.MapPost("/{id}/activate", (string id, IChannels channels) => AskAsync(channels, id, match => match.Activate(), CardOf)).RequireMasterKey()
            .WithSummary("Let people vote").Produces<MatchCard>().ProducesCodedErrors(401, 404, 409, 429, 503);
        matches.MapPost("/{id}/end", (string id, IChannels channels) => AskAsync(channels, id, match => match.End(), CardOf)).RequireMasterKey()
            .WithSummary("Let nobody vote any more").Produces<MatchCard>().ProducesCodedErrors(401, 404, 409, 429, 503);
        matches.MapPost("/{id}/keys", AddKeyAsync).RequireMasterKey().WithSummary("Make an ingest key; it is shown this once")
            .Produces<MatchKeyBody>(201).ProducesCodedErrors(401, 404, 409, 429, 503);
    }

    private static Task<IResult> CreateAsync(HttpContext context, IChannels channels) =>
        JsonBody.AnswerAsync(context, body => CreateFromAsync(body, channels));

    private static async Task<IResult> CreateFromAsync(JsonElement body, IChannels channels)
    {
        if (!JsonBody.TryRead(body, MatchInputJson.Default.MatchInput, out var input, out var wrong))
        {
            return MatchError.Invalid("Match is not valid", wrong);
        }

        var id = input.Id is { Length: > 0 } given ? given : "m" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        if (!ChannelId.IsValidId(id) || input.Missing is not null)
        {
            return MatchError.Invalid("Match is not valid", input.Missing is { } missing
                ? $"{missing} is missing"
                : $"id has 1 to {ChannelId.MaxIdLength} of A-Z a-z 0-9 . _ - and does not start with a dot");
        }

        var outcome = await channels.Get<IMatch>(id).Create(input.ToDraft());
        return outcome.IsRefused()
            ? MatchError.Of(outcome.Refusal)
            : new CreatedAnswer<MatchCard>($"/api/matches/{id}", outcome.Value, MatchJson.Plain.MatchCard);
    }

    private static Task<IResult> ReviseAsync(string id, HttpContext context, IChannels channels) =>
        JsonBody.AnswerAsync(context, async body =>
        {
            if (!JsonBody.TryRead(body, MatchInputJson.Default.MatchInput, out var input, out var wrong))
            {
                return MatchError.Invalid("Match is not valid", wrong);
            }

            return ChannelId.IsValidId(id) && await channels.Get<IMatch>(id).Card() is { } card
                ? await AskAsync(channels, id, match => match.Revise(input.ToDraft(card)), CardOf)
                : MatchError.NotFound;
        });

    private static Task<IResult> AddKeyAsync(string id, IChannels channels)
    {
        var key = Secret.New();
        return AskAsync(
            channels,
            id,
            match => match.AddKey(key.Hash),
            _ => Results.Json(new MatchKeyBody(key.Text), MatchAnswerJson.Plain.MatchKeyBody, statusCode: StatusCodes.Status201Created));
    }

    private static IResult CardOf(MatchCard card) => Results.Json(card, MatchJson.Plain.MatchCard);

    private static async Task<IResult> AskAsync<T>(IChannels channels, string id, Func<IMatch, Task<Outcome<T>>> ask, Func<T, IResult> answer)
        where T : class
    {
        var outcome = ChannelId.IsValidId(id) ? await ask(channels.Get<IMatch>(id)) : MatchRefusals.MatchNotFound;
        return outcome.IsRefused() ? MatchError.Of(outcome.Refusal) : answer(outcome.Value);
    }
}
