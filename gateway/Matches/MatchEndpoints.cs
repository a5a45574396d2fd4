using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>What everybody may read of matches.</summary>
internal static class MatchEndpoints
{
    public static void MapMatches(this IEndpointRouteBuilder routes)
    {
        var matches = routes.MapGroup("/api/matches").WithTags("Matches");
        matches.MapGet("", ListAsync).WithSummary("Every match").Produces<IReadOnlyList<MatchCard>>().ProducesCodedErrors(503);
        matches.MapGet("/{id}", CardAsync).WithSummary("One match").Produces<MatchCard>().ProducesCodedErrors(404, 503);
        matches.MapGet("/{id}/stats", StatsAsync).WithSummary("A match in figures, current to the last vote answered")
            .Produces<MatchStats>().Produces(304).ProducesCodedErrors(404, 503);
        matches.MapGet("/{id}/aggregates", AggregatesAsync).WithSummary("The votes by place: of one resolution, or as they were cast")
            .Produces<IReadOnlyList<VoteAggregate>>().Produces(304).ProducesCodedErrors(400, 404, 503);
    }

    private static async Task<IResult> ListAsync(EveryMatch matches, CancellationToken cancellationToken)
    {
        var ids = await matches.ListAsync(cancellationToken);
        IReadOnlyList<MatchCard> cards = await matches.AskAsync(ids, match => match.Card(), cancellationToken).ToListAsync(cancellationToken);
        return Results.Json(cards, MatchJson.Plain.IReadOnlyListMatchCard);
    }

    private static async Task<IResult> CardAsync(string id, IChannels channels) =>
        ChannelId.IsValidId(id) && await channels.Get<IMatch>(id).Card() is { } card
            ? Results.Json(card, MatchJson.Plain.MatchCard)
            : MatchError.NotFound;

    private static Task<IResult> StatsAsync(string id, HttpContext context, IChannels channels) =>
        AnswerAsync(id, context, channels, match => match.Stats(), MatchJson.Plain.MatchStats);

    private static Task<IResult> AggregatesAsync(
        string id, HttpContext context, IChannels channels, string? resolution, string? minVotes, string? top)
    {
        var isGood = TryRead(resolution, 0, H3Cell.MaxResolution, out var level)
            & TryRead(minVotes, 0, int.MaxValue, out var least)
            & TryRead(top, 1, AggregateQuery.MostPlaces, out var most);
        return isGood
            ? AnswerAsync(
                id,
                context,
                channels,
                match => match.Aggregates(new AggregateQuery(level, least ?? 0, most ?? AggregateQuery.MostPlaces)),
                MatchJson.Plain.IReadOnlyListVoteAggregate)
            : Task.FromResult<IResult>(MatchError.Invalid(
                "The query is not valid", $"resolution is 0 to {H3Cell.MaxResolution}, minVotes at least 0, top 1 to {AggregateQuery.MostPlaces}"));
    }

    private static async Task<IResult> AnswerAsync<T>(
        string id, HttpContext context, IChannels channels, Func<IMatch, Task<MatchView<T>?>> question, JsonTypeInfo<T> json)
    {
        if (!ChannelId.IsValidId(id))
        {
            return MatchError.NotFound;
        }

        var match = channels.Get<IMatch>(id);
        if (context.Request.Headers.IfNoneMatch is [{ } known, ..] && await match.Stats() is { } now && known.Contains(TagOf(now.Revision), StringComparison.Ordinal))
        {
            context.Response.Headers.ETag = TagOf(now.Revision);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return await question(match) is { } view ? Tagged(context, view, json) : MatchError.NotFound;
    }

    private static IResult Tagged<T>(HttpContext context, MatchView<T> view, JsonTypeInfo<T> json)
    {
        context.Response.Headers.ETag = TagOf(view.Revision);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(view.Shown, json);
    }

    /// <summary>The revision is the same in every process.</summary>
    private static string TagOf(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <returns>False when it is there, but no number within the bounds.</returns>
    private static bool TryRead(string? text, int least, int most, out int? number)
    {
        number = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isGood = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read >= least && read <= most;
        number = read;
        return isGood;
    }
}
