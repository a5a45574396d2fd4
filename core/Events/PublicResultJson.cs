using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansContest.Events;

/// <summary>Writes a line of results in one piece: what two runs and details add stands beside the other members.</summary>
public sealed class PublicResultJson : JsonConverter<PublicResult>
{
    /// <exception cref="NotSupportedException">Always: no client sends such a line.</exception>
    public override PublicResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lines of results are written only.");

    public override void Write(Utf8JsonWriter writer, PublicResult value, JsonSerializerOptions options) => ResultWriter.Write(writer, value);
}
