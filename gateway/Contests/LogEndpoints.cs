using System.Globalization;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Contests;

/// <summary>The log of a contest: entries come in, are changed, and are read page by page.</summary>
internal static class LogEndpoints
{
    private const int MaxPage = 1_000;

    private static readonly string[] prefixes = ["/api/logs", "/api/qso-logs"];

    public static void MapLogs(this IEndpointRouteBuilder routes, HttpOptions http)
    {
        foreach (var prefix in prefixes)
        {
            var logs = routes.MapGroup(prefix).WithTags("Log");
            MapWriting(logs);
            logs.MapBatch(http);
            logs.MapMerge();
            logs.MapGet("", ListAsync).WithSummary("A page of entries, newest first")
                .Produces<IReadOnlyList<LogEntry>>().ProducesErrors(400, 404, 503);
        }
    }

    private static void MapWriting(RouteGroupBuilder logs)
    {
        logs.MapPost("", PostAsync).WithSummary("Log one contact").Accepts<QsoDraft>("application/json")
            .Produces<LogEntry>(201).Produces<DedupedBody>().ProducesErrors(400, 401, 403, 404, 413, 415, 429, 503);
        logs.MapPatch("/{id}", EditAsync).WithSummary("Change some fields of an entry").Accepts<QsoDraft>("application/json")
            .Produces<LogEntry>().ProducesErrors(400, 401, 403, 404, 409, 413, 415, 429, 503);
        logs.MapDelete("/{id}", DeleteAsync).WithSummary("Delete an entry")
            .Produces<LogEntry>().ProducesErrors(401, 403, 404, 429, 503);
    }

    private static Task<IResult> PostAsync(HttpContext context, QsoIntake intake, Callers callers) =>
        JsonBody.AnswerAsync(context, async body => QsoInput.TryRead(body, out var input, out var wrong)
            ? AnswerTo(await intake.LogAsync(callers.Of(context.Request), input))
            : Refusals.Answer(ContestRefusals.Invalid(wrong)));

    private static IResult AnswerTo(Outcome<Logged> outcome) => outcome switch
    {
        { Refusal: { } refusal } => Refusals.Answer(refusal),
        { Value: { Deduped: false, Entry: { } entry } } => Results.Json(entry, ContestJson.Plain.LogEntry, statusCode: 201),
        { Value: var logged } => Results.Json(new DedupedBody(true, logged!.DedupeKey), AnswerJson.Plain.DedupedBody),
    };

    private static Task<IResult> EditAsync(string id, HttpContext context, IChannels channels, Callers callers) =>
        JsonBody.AnswerAsync(context, body => QsoInput.TryReadEdit(body, out var edit, out var wrong)
            ? ChangeAsync(channels, id, contest => contest.Edit(callers.Of(context.Request), id, edit))
            : Task.FromResult<IResult>(Refusals.Answer(ContestRefusals.Invalid(wrong))));

    private static Task<IResult> DeleteAsync(string id, HttpContext context, IChannels channels, Callers callers) =>
        ChangeAsync(channels, id, contest => contest.Delete(callers.Of(context.Request), id));

    private static async Task<IResult> ChangeAsync(IChannels channels, string id, Func<IContest, Task<Outcome<LogEntry>>> change)
    {
        if (EntryOwner.Of(channels, id) is not { } contest)
        {
            return Refusals.Answer(ContestRefusals.EntryNotFound);
        }

        var outcome = await change(contest);
        return outcome.IsRefused() ? Refusals.Answer(outcome.Refusal) : Results.Json(outcome.Value, ContestJson.Plain.LogEntry);
    }

    private static Task<IResult> ListAsync(IChannels channels, string? contestId, string? stationId, string? limit, string? after)
    {
        if (!TryReadLimit(limit, out var count))
        {
            return Task.FromResult<IResult>(ErrorAnswer.BadRequest($"limit must be a number from 1 to {MaxPage}"));
        }

        var query = new EntryQuery(NullIfEmpty(stationId), NullIfEmpty(after), count);
        return ContestQuery.AnswerAsync(channels, contestId, contest => contest.Entries(query), ContestJson.Plain.IReadOnlyListLogEntry);
    }

    private static bool TryReadLimit(string? text, out int limit)
    {
        limit = 100;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit > 0;
        limit = Math.Min(limit, MaxPage);
        return isNumber;
    }

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;
}

/// <summary>The answer to a contact that had been logged before.</summary>
/// <param name="Deduped">Always true.</param>
/// <param name="DedupeKey">Its natural key.</param>
internal sealed record DedupedBody(bool Deduped, string DedupeKey);
