using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Contests;

/// <summary>How the answers are written that are not a contest's own records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(WatchedContest))]
[JsonSerializable(typeof(DedupedBody))]
[JsonSerializable(typeof(IReadOnlyList<BatchOutcome>))]
[JsonSerializable(typeof(MergedBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(KeyBody))]
[JsonSerializable(typeof(Imported))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    private static AnswerJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static AnswerJson Plain => plain ??= new(PlainJson.Like(Default));
}
