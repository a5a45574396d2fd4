using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>The records of a contest as the contract writes them: camelCase, nulls written, times in UTC with milliseconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(ContestCard))]
[JsonSerializable(typeof(IReadOnlyList<ContestCard>))]
[JsonSerializable(typeof(ContestRuleSet))]
[JsonSerializable(typeof(QsoDraft))]
[JsonSerializable(typeof(IReadOnlyList<QsoDraft>))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(IReadOnlyList<LogEntry>))]
[JsonSerializable(typeof(LogAggregate))]
[JsonSerializable(typeof(IReadOnlyList<LogAggregate>))]
[JsonSerializable(typeof(ScoreboardRow))]
[JsonSerializable(typeof(IReadOnlyList<ScoreboardRow>))]
[JsonSerializable(typeof(BandOccupancy))]
[JsonSerializable(typeof(OperatorActivity))]
[JsonSerializable(typeof(ContestStatistics))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Merged))]
[JsonSerializable(typeof(IReadOnlyList<StationHeaders>))]
public sealed partial class ContestJson : JsonSerializerContext
{
    private static ContestJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static ContestJson Plain => plain ??= new(PlainJson.Like(Default));

    /// <summary>Whether two contests are the same in everything that is written of them.</summary>
    internal static bool AreSame(ContestCard one, ContestCard other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, Default.ContestCard).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Default.ContestCard));
}
