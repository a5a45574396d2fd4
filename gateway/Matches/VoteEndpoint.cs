using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Takes the vote that a person casts.</summary>
internal static class VoteEndpoint
{
    private static readonly ErrorAnswer noKey = new(
        StatusCodes.Status503ServiceUnavailable, "Neither Matches:VoterKey nor Security:MasterKey is set, so nobody can vote; set one and start the gateway again");

    public static void MapVote(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/vote", PostAsync).WithTags("Votes").WithSummary("Cast a vote; the same voteId again is the same vote")
            .Accepts<VoteInput>("application/json").Produces<VoteBody>(201).ProducesCodedErrors(400, 413, 415, 429, 503);

    private static Task<IResult> PostAsync(HttpContext context, IChannels channels, VoterHashes hashes, TimeProvider clock) =>
        hashes.IsSet
            ? JsonBody.AnswerAsync(context, body => CastAsync(body, context, channels, hashes, clock))
            : Task.FromResult<IResult>(noKey);

    private static async Task<IResult> CastAsync(JsonElement body, HttpContext context, IChannels channels, VoterHashes hashes, TimeProvider clock)
    {
        var vote = VoteReader.Read(JsonMarshal.GetRawUtf8Value(body));
        if (!vote.IsFlawless)
        {
            return MatchError.Invalid("Vote is not valid", vote.Flaws);
        }

        if (!ChannelId.IsValidId(vote.MatchId))
        {
            return MatchError.OfVote(MatchRefusals.MatchNotFound);
        }

        var (own, voteId) = (hashes.For(vote.MatchId!), vote.VoteId ?? NewId());
        var ballot = vote.ToBallot(own.Of(vote.Fingerprint!), voteId) with { Address = own.Of(context.Connection.RemoteIpAddress) };
        var outcome = await channels.Get<IMatch>(vote.MatchId!).Vote(ballot);
        return outcome.IsRefused() ? MatchError.OfVote(outcome.Refusal) : Answer(outcome.Value, voteId, context.Response, clock.GetUtcNow());
    }

    private static IResult Answer(BallotOutcome outcome, string voteId, HttpResponse response, DateTimeOffset now) => outcome switch
    {
        { Verdict: BallotVerdict.VoteLimitExceeded } => new MatchError(
            StatusCodes.Status400BadRequest, new CodedErrorBody("You have no vote left in this match", MatchError.VoteLimitExceeded, [])),
        { Verdict: BallotVerdict.RateLimitExceeded, Limit: { } limit } => TooFast(limit, response, now),
        _ => Results.Json(new VoteBody(true, voteId, PlaceBody.Of(outcome.Place!)), MatchAnswerJson.Plain.VoteBody, statusCode: StatusCodes.Status201Created),
    };

    private static MatchError TooFast(RateLimit limit, HttpResponse response, DateTimeOffset now)
    {
        response.Headers["X-RateLimit-Limit"] = limit.Votes.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = "0";
        response.Headers["X-RateLimit-Reset"] = UpToSeconds(limit.FreeAt - DateTimeOffset.UnixEpoch).ToString(CultureInfo.InvariantCulture);
        return new MatchError(
            StatusCodes.Status429TooManyRequests,
            new CodedErrorBody("Too many votes in a short time", CodedErrorBody.RateLimit, []),
            RetryAfterSeconds: (int)Math.Max(1, UpToSeconds(limit.FreeAt - now)));
    }

    private static long UpToSeconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);

    internal static string NewId() => Guid.NewGuid().ToString();
}
