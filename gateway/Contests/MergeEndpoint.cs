using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Contests;

/// <summary>Declares entries to be the same contact.</summary>
internal static class MergeEndpoint
{
    private const int MaxDuplicates = 1_000;

    public static void MapMerge(this RouteGroupBuilder logs) =>
        logs.MapPost("/merge", PostAsync).WithSummary("Merge entries that are the same contact").Accepts<MergeInput>("application/json")
            .Produces<MergedBody>().ProducesErrors(400, 401, 403, 404, 413, 415, 429, 503);

    private static Task<IResult> PostAsync(HttpContext context, IChannels channels, Callers callers) =>
        JsonBody.AnswerAsync(context, body => MergeAsync(body, channels, callers.Of(context.Request)));

    private static async Task<IResult> MergeAsync(JsonElement body, IChannels channels, Caller caller)
    {
        if (!JsonBody.TryRead(body, InputJson.Default.MergeInput, out var input, out var wrong) || (wrong = FaultIn(input)) is not null)
        {
            return Refusals.Answer(ContestRefusals.InvalidMerge(wrong));
        }

        if (EntryOwner.Of(channels, input.PrimaryId) is not { } contest)
        {
            return Refusals.Answer(ContestRefusals.EntryNotFound);
        }

        var outcome = await contest.Merge(caller, input.PrimaryId!, [.. input.DuplicateIds!.Select(id => id!)], input.MergeReason);
        return outcome.IsRefused() ? Refusals.Answer(outcome.Refusal) : Results.Json(MergedBody.Of(outcome.Value), AnswerJson.Plain.MergedBody);
    }

    private static string? FaultIn(MergeInput input) => input switch
    {
        { PrimaryId: null or "" } => "primary_id is required",
        { DuplicateIds: null or { Count: 0 } } => "duplicate_ids is required",
        { DuplicateIds.Count: > MaxDuplicates } => $"duplicate_ids holds at most {MaxDuplicates} ids",
        _ => input.DuplicateIds.Any(string.IsNullOrEmpty) ? "duplicate_ids holds something that is no id" : null,
    };
}

/// <summary>What a merge did.</summary>
internal sealed record MergedBody(
    bool Success,
    [property: JsonPropertyName("primary_id")] string PrimaryId,
    [property: JsonPropertyName("merged_count")] int MergedCount,
    DateTimeOffset Timestamp)
{
    public static MergedBody Of(Merged merged) => new(true, merged.PrimaryId, merged.MergedCount, merged.At);
}
