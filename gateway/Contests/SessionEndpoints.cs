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

    private static Task<IResult> PostAsync(HttpContext context, IChannels channels, Callers callers) =>
        JsonBody.AnswerAsync(context, body => OpenAsync(body, channels, callers.Of(context.Request), context.RequestAborted));

    private static async Task<IResult> OpenAsync(JsonElement body, IChannels channels, Caller caller, CancellationToken cancellationToken)
    {
        if (!InputJson.TryRead(body, InputJson.Default.SessionInput, out var input, out var wrong))
        {
            return JsonBody.Invalid(wrong);
        }

        if (MissingIn(input) is { Count: > 0 } missing)
        {
            return ErrorAnswer.BadRequest("Missing required session fields", missing);
        }

        var contests = await ContestsOfAsync(input.ContestId, channels, cancellationToken);
        return contests.Count > MaxContests
            ? ContestQuery.Missing("contestId")
            : await OpenAsync(input, contests, channels, caller);
    }

    private static IReadOnlyList<string> MissingIn(SessionInput input) =>
    [
        .. string.IsNullOrWhiteSpace(input.Callsign) ? ["callsign"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(input.StationId) ? ["stationId"] : Array.Empty<string>(),
    ];

    /// <summary>Who names no contest has a session in all that admit them; a key belongs to one of them anyway.</summary>
    private static async Task<IReadOnlyList<string>> ContestsOfAsync(
        string? contestId, IChannels channels, CancellationToken cancellationToken) => contestId switch
        {
            null or "" => await channels.ListAsync("contest", cancellationToken),
            _ => ChannelId.IsValidId(contestId) ? [contestId] : [],
        };

    private static async Task<IResult> OpenAsync(SessionInput input, IReadOnlyList<string> contests, IChannels channels, Caller caller)
    {
        var token = Secret.New();
        var draft = new SessionDraft(RandomNumberGenerator.GetHexString(32, lowercase: true), token.Hash, input.Callsign!, input.StationId!);
        var outcomes = new List<Outcome<Session>>();
        foreach (var contest in contests)
        {
            outcomes.Add(await channels.Get<IContest>(contest).OpenSession(caller, draft));
        }

        return outcomes.Find(outcome => !outcome.IsRefused())?.Value is { } session
            ? Results.Json(new SessionBody(token.Text, session.ExpiresAt, session.SessionId), AnswerJson.Default.SessionBody)
            : Refusals.Answer(MostTelling(outcomes));
    }

    private static Refusal MostTelling(List<Outcome<Session>> outcomes) =>
        outcomes.Find(outcome => outcome.Refusal?.Code != ContestRefusals.Unauthorized.Code)?.Refusal
        ?? outcomes.FirstOrDefault()?.Refusal
        ?? ContestRefusals.ContestNotFound;
}

/// <summary>An opened session.</summary>
/// <param name="Token">To be shown as <c>Authorization: Bearer</c> or <c>?token=</c>.</param>
/// <param name="ExpiresAt">20 minutes after it was last used.</param>
/// <param name="SessionId">Its name, not secret.</param>
internal sealed record SessionBody(string Token, DateTimeOffset ExpiresAt, string SessionId);
