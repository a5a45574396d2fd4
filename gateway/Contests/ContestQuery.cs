using System.Text.Json.Serialization.Metadata;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <summary>Asks the contest that a query names.</summary>
internal static class ContestQuery
{
    public static async Task<IResult> AnswerAsync<T>(
        IChannels channels, string? contestId, Func<IContest, Task<T?>> query, JsonTypeInfo<T> json)
        where T : class
    {
        if (string.IsNullOrEmpty(contestId))
        {
            return Missing("contestId");
        }

        return ChannelId.IsValidId(contestId) && await query(channels.Get<IContest>(contestId)) is { } answer
            ? Results.Json(answer, json)
            : Refusals.Answer(ContestRefusals.ContestNotFound);
    }

    public static ErrorAnswer Missing(string parameter) => ErrorAnswer.BadRequest($"{parameter} is required");
}
