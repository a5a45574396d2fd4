using System.Text.Json;

namespace OrleansContest.LoadTest.Truth;

/// <summary>JSON whose members stand in order, so that what is equal has equal bytes.</summary>
internal static class Canonical
{
    public static byte[] Of(JsonElement value)
    {
        var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            Write(writer, value);
        }

        return output.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
