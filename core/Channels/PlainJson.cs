using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansContest.Channels;

/// <summary>JSON that escapes only what JSON itself must: a plus sign stays a plus sign, and a name is as short as it is in UTF-8.</summary>
/// <remarks>For bodies and messages, which are never part of a page; the gateway names their type and forbids guessing it.</remarks>
public static class PlainJson
{
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The options of <paramref name="context"/>, for another one of its type that writes plainly.</summary>
    public static JsonSerializerOptions Like(JsonSerializerContext context) => new(context.Options) { Encoder = Writing.Encoder };
}
