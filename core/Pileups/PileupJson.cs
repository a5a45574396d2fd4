using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>The records of a pileup as the contract writes them: snake_case, nulls written, times in UTC with milliseconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(QueueEntry))]
[JsonSerializable(typeof(IReadOnlyList<QueueEntry>))]
[JsonSerializable(typeof(CurrentContact))]
[JsonSerializable(typeof(ContactStarted))]
[JsonSerializable(typeof(SystemStatus))]
public sealed partial class PileupJson : JsonSerializerContext
{
    private static PileupJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static PileupJson Plain => plain ??= new(PlainJson.Like(Default));
}
