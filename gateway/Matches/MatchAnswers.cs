using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>A new ingest key.</summary>
/// <param name="ApiKey">64 hex digits, to be shown as <c>X-API-Key</c>. It cannot be read again.</param>
internal sealed record MatchKeyBody(string ApiKey);

/// <summary>A vote that counts.</summary>
/// <param name="Success">Always true.</param>
/// <param name="VoteId">Its name.</param>
/// <param name="CurrentStats">Its cell just after it, or its country when it names no cell.</param>
internal sealed record VoteBody(bool Success, string VoteId, PlaceBody CurrentStats);

/// <summary>Votes in one place.</summary>
/// <param name="TeamACount">For the first team.</param>
/// <param name="TeamBCount">For the second team.</param>
/// <param name="TotalVotes">All of them.</param>
internal sealed record PlaceBody(int TeamACount, int TeamBCount, int TotalVotes)
{
    public static PlaceBody Of(PlaceCount count) => new(count.TeamA, count.TeamB, count.TeamA + count.TeamB);
}

/// <summary>What became of the votes of one bulk.</summary>
/// <param name="Accepted">Those that count by it.</param>
/// <param name="Duplicates">Those that counted already.</param>
/// <param name="Rejected">The others, in order; the first 10,000 of them.</param>
/// <param name="RejectedCount">How many they are in all.</param>
internal sealed record BulkBody(int Accepted, int Duplicates, IReadOnlyList<RejectedVote> Rejected, int RejectedCount);

/// <summary>A vote that does not count.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Code"><c>VALIDATION_ERROR</c>, <c>INVALID_MATCH</c> or <c>VOTE_LIMIT_EXCEEDED</c>.</param>
internal sealed record RejectedVote(int Line, string Code);

/// <summary>What a Socket.IO client is answered whose wish is refused.</summary>
/// <param name="Success">Always false.</param>
/// <param name="Error">The contract's message.</param>
internal sealed record JoinRefused(bool Success, string Error);

/// <summary>How the answers are written that are not a match's own records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(MatchKeyBody))]
[JsonSerializable(typeof(VoteBody))]
[JsonSerializable(typeof(BulkBody))]
[JsonSerializable(typeof(JoinRefused))]
internal sealed partial class MatchAnswerJson : JsonSerializerContext
{
    private static MatchAnswerJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static MatchAnswerJson Plain => plain ??= new(PlainJson.Like(Default));
}
