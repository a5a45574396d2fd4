using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Events;

/// <summary>Takes in what the venue sends between two exports: who is on the course, and results.</summary>
internal static class EventIngest
{
    public static void MapEventIngest(this IEndpointRouteBuilder routes, HttpOptions http)
    {
        var ingest = routes.MapGroup("/api/v1/ingest").WithTags("Event ingest");
        ingest.MapExportIngest();
        ingest.MapPost("/oncourse", PushOnCourseAsync).WithSummary("Say who is on the course; each lives 10 s unless it is said again")
            .WithMetadata(new RequestSizeLimitAttribute(http.BatchBytes)).Accepts<OnCoursePush>("application/json")
            .Produces<OnCourseBody>().ProducesNamedErrors(400, 401, 403, 404, 413, 415, 429, 503);
        ingest.MapPost("/results", PushResultsAsync).WithSummary("Push up to 1,000 results, each with all that is known of it")
            .WithMetadata(new RequestSizeLimitAttribute(http.BatchBytes)).Accepts<ResultsPush>("application/json")
            .Produces<ResultsBody>().ProducesNamedErrors(400, 401, 403, 404, 413, 415, 429, 503);
    }

    private static Task<IResult> PushOnCourseAsync(HttpContext context, EventOfKey door) =>
        AnswerAsync(context, door, async (admitted, body) =>
        {
            if (!JsonBody.TryRead(body, EventInputJson.Default.OnCoursePush, out var push, out var wrong)
                || (wrong = Wrong("oncourse", push.Oncourse, entry => entry.Missing)) is not null)
            {
                return NamedError.Of(EventRefusals.InvalidPush($"{wrong}."));
            }

            var outcome = await admitted.Event.PushOnCourse(admitted.Caller, [.. push.Oncourse!.Select(entry => entry!.ToReport())]);
            return outcome.IsRefused()
                ? NamedError.Of(outcome.Refusal)
                : Results.Json(new OnCourseBody(outcome.Value.Active, outcome.Value.Skipped, OnlyIf(outcome.Value.Ignored)), EventAnswerJson.Plain.OnCourseBody);
        });

    private static Task<IResult> PushResultsAsync(HttpContext context, EventOfKey door) =>
        AnswerAsync(context, door, async (admitted, body) =>
        {
            if (!JsonBody.TryRead(body, EventInputJson.Default.ResultsPush, out var push, out var wrong)
                || (wrong = Wrong("results", push.Results, result => result.Missing)) is not null)
            {
                return NamedError.Of(EventRefusals.InvalidPush($"{wrong}."));
            }

            var outcome = await admitted.Event.PushResults(admitted.Caller, [.. push.Results!.Select(result => result!.ToReport())]);
            return outcome.IsRefused()
                ? NamedError.Of(outcome.Refusal)
                : Results.Json(new ResultsBody(outcome.Value.Updated, outcome.Value.Skipped, OnlyIf(outcome.Value.Ignored)), EventAnswerJson.Plain.ResultsBody);
        });

    /// <summary>Looks at the key before the body.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, EventOfKey door, Func<Admitted, JsonElement, Task<IResult>> answer)
    {
        var admitted = await door.AdmitAsync(context);
        return admitted.IsRefused()
            ? NamedError.Of(admitted.Refusal)
            : await JsonBody.AnswerAsync(context, body => answer(admitted.Value, body));
    }

    private static bool? OnlyIf(bool isSo) => isSo ? true : null;

    private static string? Wrong<T>(string list, IReadOnlyList<T?>? items, Func<T, string?> missing)
        where T : class =>
        items is null
            ? $"{list} is an array of objects"
            : items.Index().Select(item => item.Item is null ? $"{list}[{item.Index}] is an object" : Missing(item.Index, missing(item.Item)))
                .FirstOrDefault(wrong => wrong is not null);

    private static string? Missing(int index, string? field) => field is null ? null : $"{field} is missing in the entry {index}";
}
