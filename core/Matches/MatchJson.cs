using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>The records of a match as the contract writes them: camelCase, nulls written, times in UTC with milliseconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(MatchCard))]
[JsonSerializable(typeof(IReadOnlyList<MatchCard>))]
[JsonSerializable(typeof(MatchStats))]
[JsonSerializable(typeof(IReadOnlyList<VoteAggregate>))]
public sealed partial class MatchJson : JsonSerializerContext
{
    private static MatchJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static MatchJson Plain => plain ??= new(PlainJson.Like(Default));
}
