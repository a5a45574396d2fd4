using Microsoft.AspNetCore.Mvc;
using OrleansContest.Channels;
using OrleansContest.Contests.Formats;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Contests;

/// <summary>Takes in a whole log file while it arrives.</summary>
internal static class ImportEndpoint
{
    public static void MapImport(this IEndpointRouteBuilder routes, HttpOptions http) =>
        routes.MapPost("/api/import", PostAsync).WithTags("Files").WithSummary("Log an ADIF or Cabrillo file")
            .WithDescription("The body is the file. A bad record is reported and skipped; the same file again logs nothing new.")
            .WithMetadata(new RequestSizeLimitAttribute(http.ImportBytes))
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.RequestBody = ApiDocument.TextBody("An ADIF (2, 3) or Cabrillo (2, 3) file, told apart by its content.");
                return Task.CompletedTask;
            })
            .Produces<Imported>().ProducesErrors(400, 401, 404, 413, 415, 429, 503);

    private static async Task<IResult> PostAsync(
        HttpContext context, IChannels channels, Callers callers, TimeProvider clock, string? contestId, string? stationId)
    {
        if (string.IsNullOrEmpty(contestId))
        {
            return ContestQuery.Missing("contestId");
        }

        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new ErrorAnswer(StatusCodes.Status415UnsupportedMediaType, "This call wants the file itself as its body, not a form with a file");
        }

        var intake = new ImportIntake(channels, callers.Of(context.Request), contestId, clock);
        if (await intake.RefusalAsync() is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var opened = await LogFormats.OpenAsync(context.Request.Body, context.RequestAborted);
        return opened.IsRefused()
            ? Refusals.Answer(opened.Refusal)
            : await AnswerAsync(new LogImport(intake, opened.Value, stationId), context.RequestAborted);
    }

    private static async Task<IResult> AnswerAsync(LogImport import, CancellationToken cancellationToken)
    {
        var outcome = await import.RunAsync(cancellationToken);
        return outcome.IsRefused() ? Refusals.Answer(outcome.Refusal) : Results.Json(outcome.Value, AnswerJson.Plain.Imported);
    }
}
