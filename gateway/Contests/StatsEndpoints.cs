using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <summary>The figures that follow from a contest's log.</summary>
internal static class StatsEndpoints
{
    public static void MapStats(this IEndpointRouteBuilder routes)
    {
        var stats = routes.MapGroup("/api/stats").WithTags("Figures");
        stats.MapGet("/aggregates", AggregatesAsync).WithSummary("The figures of each hour")
            .Produces<IReadOnlyList<LogAggregate>>().ProducesErrors(400, 404, 503);
        stats.MapGet("/scoreboard", ScoreboardAsync).WithSummary("Every operator's own figures, most contacts first")
            .Produces<IReadOnlyList<ScoreboardRow>>().ProducesErrors(400, 404, 503);
        stats.MapGet("/band-occupancy", OccupancyAsync).WithSummary("Bands in use in the last 60 minutes")
            .Produces<BandOccupancy>().ProducesErrors(400, 404, 503);
        stats.MapGet("/operator-activity", ActivityAsync).WithSummary("What one operator did, hour by hour")
            .Produces<OperatorActivity>().ProducesErrors(400, 404, 503);
        stats.MapGet("/contest", StatisticsAsync).WithSummary("The contest in figures")
            .Produces<ContestStatistics>().ProducesErrors(400, 404, 503);
    }

    private static Task<IResult> AggregatesAsync(IChannels channels, string? contestId, string? start, string? end)
    {
        if (!TryReadBound(start, out var from) || !TryReadBound(end, out var until))
        {
            return Task.FromResult<IResult>(ErrorAnswer.BadRequest("start and end must be times like 2026-06-27T18:00:00Z"));
        }

        return ContestQuery.AnswerAsync(
            channels, contestId, contest => contest.Aggregates(from, until), ContestJson.Plain.IReadOnlyListLogAggregate);
    }

    private static Task<IResult> ScoreboardAsync(IChannels channels, string? contestId) =>
        ContestQuery.AnswerAsync(channels, contestId, contest => contest.Scoreboard(), ContestJson.Plain.IReadOnlyListScoreboardRow);

    private static Task<IResult> OccupancyAsync(IChannels channels, string? contestId) =>
        ContestQuery.AnswerAsync(channels, contestId, contest => contest.BandOccupancy(), ContestJson.Plain.BandOccupancy);

    private static Task<IResult> ActivityAsync(IChannels channels, string? contestId, string? operatorCall) =>
        string.IsNullOrEmpty(operatorCall) && !string.IsNullOrEmpty(contestId)
            ? Task.FromResult<IResult>(ContestQuery.Missing("operatorCall"))
            : ContestQuery.AnswerAsync(
                channels, contestId, contest => contest.OperatorActivity(operatorCall!), ContestJson.Plain.OperatorActivity);

    private static Task<IResult> StatisticsAsync(IChannels channels, string? contestId) =>
        ContestQuery.AnswerAsync(channels, contestId, contest => contest.Statistics(), ContestJson.Plain.ContestStatistics);

    private static bool TryReadBound(string? text, out DateTimeOffset? bound)
    {
        bound = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isTime = Iso8601.TryParse(text, out var time);
        bound = time;
        return isTime;
    }
}
