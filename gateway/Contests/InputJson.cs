using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>How what clients send is read: leniently between text and number, the last of two members of one name, unknown ones ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientText), typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(QsoDraft))]
[JsonSerializable(typeof(ContestInput))]
[JsonSerializable(typeof(RulesInput))]
[JsonSerializable(typeof(SessionInput))]
[JsonSerializable(typeof(MergeInput))]
[JsonSerializable(typeof(string))]
internal sealed partial class InputJson : JsonSerializerContext
{
    /// <summary>Reads a record, or says in <paramref name="wrong"/> which member has no value of its type.</summary>
    public static bool TryRead<T>(
        JsonElement element, JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? wrong)
        where T : class
    {
        (value, wrong) = (null, null);
        if (element.ValueKind != JsonValueKind.Object)
        {
            wrong = "an object is wanted here";
            return false;
        }

        try
        {
            value = element.Deserialize(type)!;
            return true;
        }
        catch (JsonException fault)
        {
            wrong = $"{fault.Path?.TrimStart('$', '.')} has a value of the wrong type or form";
            return false;
        }
    }
}
