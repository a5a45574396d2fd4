using System.Security.Cryptography;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Contests;

/// <summary>Gives a station a token to log with.</summary>
internal static class SessionEndpoints
{
    /// <summary>Contests that one session may be opened in at once.</summary>
    private const int MaxContests = 50;

    public static void MapSessions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/sessions", PostAsync).WithTags("Sessions").WithSummary("Open a station's session")
            .Accepts<SessionInput>("application/json")
            .Produces<SessionBody>().ProducesErrors(400, 401, 404, 413, 415, 429, 503);

    private static Task<IResult> PostAsync(HttpContext context, IChannels channels, EveryContest contests, Callers callers) =>
        JsonBody.AnswerAsync(context, body =>
            OpenAsync(body, new Opening(channels, contests, callers.Of(context.Request)), context.RequestAborted));

    private static async Task<IResult> OpenAsync(JsonElement body, Opening opening, CancellationToken cancellationToken)
    {
        if (!JsonBody.TryRead(body, InputJson.Default.SessionInput, out var input, out var wrong))
        {
            return JsonBody.Invalid(wrong);
        }

        return MissingIn(input) is { Count: > 0 } missing
            ? ErrorAnswer.BadRequest("Missing required session fields", missing)
            : await opening.RunAsync(input, cancellationToken);
    }

    private static IReadOnlyList<string> MissingIn(SessionInput input) =>
    [
        .. string.IsNullOrWhiteSpace(input.Callsign) ? ["callsign"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(input.StationId) ? ["stationId"] : Array.Empty<string>(),
    ];

    /// <summary>Opens one session. Who names no contest has it in all that admit him; a key belongs to one of them anyway.</summary>
    private sealed class Opening(IChannels channels, EveryContest contests, Caller caller)
    {
        private readonly Secret token = Secret.New();

        public async Task<IResult> RunAsync(SessionInput input, CancellationToken cancellationToken)
        {
            var draft = new SessionDraft(RandomNumberGenerator.GetHexString(32, lowercase: true), token.Hash, input.Callsign!, input.StationId!);
            if (!string.IsNullOrEmpty(input.ContestId))
            {
                return ChannelId.IsValidId(input.ContestId)
                    ? Answer([await channels.Get<IContest>(input.ContestId).OpenSession(caller, draft)])
                    : Refusals.Answer(ContestRefusals.ContestNotFound);
            }

            var ids = await contests.ListAsync(cancellationToken);
            return ids.Count > MaxContests
                ? ContestQuery.Missing("contestId")
                : Answer(await contests.AskAsync(ids, contest => OpenAsync(contest, draft), cancellationToken).ToListAsync(cancellationToken));
        }

        private async Task<Outcome<Session>?> OpenAsync(IContest contest, SessionDraft draft) => await contest.OpenSession(caller, draft);

        private IResult Answer(List<Outcome<Session>> outcomes) =>
            outcomes.Find(outcome => !outcome.IsRefused())?.Value is { } session
                ? Results.Json(new SessionBody(token.Text, session.ExpiresAt, session.SessionId), AnswerJson.Plain.SessionBody)
                : Refusals.Answer(MostTelling(outcomes));

        private static Refusal MostTelling(List<Outcome<Session>> outcomes) =>
            outcomes.Find(outcome => outcome.Refusal?.Code != ContestRefusals.Unauthorized.Code)?.Refusal
            ?? outcomes.FirstOrDefault()?.Refusal
            ?? ContestRefusals.ContestNotFound;
    }
}

/// <summary>An opened session.</summary>
/// <param name="Token">To be shown as <c>Authorization: Bearer</c> or <c>?token=</c>.</param>
/// <param name="ExpiresAt">20 minutes after it was last used.</param>
/// <param name="SessionId">Its name, not secret.</param>
internal sealed record SessionBody(string Token, DateTimeOffset ExpiresAt, string SessionId);
