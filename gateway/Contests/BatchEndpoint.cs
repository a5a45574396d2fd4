using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Contests;

/// <summary>Logs many contacts by one call, each on its own merits.</summary>
internal static class BatchEndpoint
{
    private const int MaxEntries = 1_000;

    public static void MapBatch(this RouteGroupBuilder logs, HttpOptions http) =>
        logs.MapPost("/batch", PostAsync).WithSummary("Log up to 1,000 contacts").WithMetadata(new RequestSizeLimitAttribute(http.BatchBytes))
            .Accepts<QsoDraft[]>("application/json")
            .Produces<IReadOnlyList<BatchOutcome>>().ProducesErrors(400, 413, 415, 429, 503);

    private static Task<IResult> PostAsync(HttpContext context, QsoIntake intake, Callers callers) =>
        JsonBody.AnswerAsync(context, body => AnswerAsync(body, intake, callers.Of(context.Request)));

    private static async Task<IResult> AnswerAsync(JsonElement body, QsoIntake intake, Caller caller)
    {
        if (body.ValueKind != JsonValueKind.Array)
        {
            return JsonBody.Invalid("A batch is an array of entries");
        }

        return body.GetArrayLength() > MaxEntries
            ? ErrorAnswer.BadRequest($"A batch holds at most {MaxEntries} entries")
            : Results.Json(await LogAsync(body, intake, caller), AnswerJson.Plain.IReadOnlyListBatchOutcome);
    }

    private static async Task<IReadOnlyList<BatchOutcome>> LogAsync(JsonElement body, QsoIntake intake, Caller caller)
    {
        var outcomes = new BatchOutcome[body.GetArrayLength()];
        var readable = new List<(int Index, QsoInput Input)>();
        foreach (var (index, element) in body.EnumerateArray().Index())
        {
            if (QsoInput.TryRead(element, out var input, out var wrong))
            {
                readable.Add((index, input));
            }
            else
            {
                outcomes[index] = BatchOutcome.Of(ContestRefusals.Invalid(wrong));
            }
        }

        foreach (var group in readable.GroupBy(entry => entry.Input.ContestId))
        {
            var logged = await intake.LogAsync(caller, group.Key, [.. group.Select(entry => entry.Input.Draft)]);
            foreach (var (entry, outcome) in group.Zip(logged))
            {
                outcomes[entry.Index] = BatchOutcome.Of(outcome);
            }
        }

        return outcomes;
    }
}

/// <summary>What became of one contact of a batch.</summary>
/// <param name="Status">The HTTP status that the contact alone would have been answered with.</param>
/// <param name="Id">The entry; absent when there is none.</param>
/// <param name="Deduped">True when it had been logged before.</param>
/// <param name="DedupeKey">Its natural key, when it had been logged before.</param>
/// <param name="Error">Why it was refused.</param>
/// <param name="Details">The fields or reasons it concerns.</param>
internal sealed record BatchOutcome(
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Deduped = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DedupeKey = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Details = null)
{
    public static BatchOutcome Of(Outcome<Logged> outcome) => outcome switch
    {
        { Refusal: { } refusal } => Of(refusal),
        { Value: { Deduped: false, Entry: { } entry } } => new(StatusCodes.Status201Created, entry.Id),
        { Value: var logged } => new(StatusCodes.Status200OK, logged!.Entry?.Id, Deduped: true, logged.DedupeKey),
    };

    public static BatchOutcome Of(Refusal refusal) =>
        new(Refusals.StatusOf(refusal), Error: refusal.Message, Details: refusal.Details);
}
