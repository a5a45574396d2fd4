using Microsoft.AspNetCore.Mvc;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Takes votes that a service brings, a line each, while they arrive.</summary>
internal static class BulkEndpoint
{
    private static readonly ErrorAnswer wrongType = new(
        StatusCodes.Status415UnsupportedMediaType, "This call wants a body of application/x-ndjson: one vote a line");

    public static void MapBulk(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/matches/{id}/votes/bulk", PostAsync).WithTags("Votes").WithSummary("Bring any number of votes, one a line")
            .WithDescription("A bad line is reported and the others count; the same lines again count nothing twice.")
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.RequestBody = ApiDocument.TextBody("NDJSON: on each line a vote as POST /api/vote takes it.");
                return Task.CompletedTask;
            })
            .Produces<BulkBody>().ProducesCodedErrors(400, 401, 415, 429, 503);

    private static async Task<IResult> PostAsync(
        string id, HttpContext context, IChannels channels, Callers callers, VoterHashes hashes, TimeProvider clock)
    {
        var caller = callers.Of(context.Request);
        if (caller.Kind == CallerKind.Anonymous)
        {
            return MatchError.Of(MatchRefusals.Unauthorized);
        }

        var admission = ChannelId.IsValidId(id) ? await channels.Get<IMatch>(id).Vote(caller, []) : MatchRefusals.MatchNotFound;
        if (admission.IsRefused())
        {
            return MatchError.OfVote(admission.Refusal);
        }

        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return wrongType;
        }

        var intake = new BulkIntake(channels, caller, id, clock);
        var outcome = await new BulkVotes(intake, id, hashes.For(id)).RunAsync(context.Request.BodyReader, context.RequestAborted);
        return outcome.IsRefused() ? MatchError.OfVote(outcome.Refusal) : Results.Json(outcome.Value, MatchAnswerJson.Plain.BulkBody);
    }
}
