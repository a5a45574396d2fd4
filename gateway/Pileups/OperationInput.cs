using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Reads an operation's <c>data</c>, or says in the contract's words what is wrong with it.</summary>
/// <param name="operation">The operation's name.</param>
/// <param name="data">What came; anything or nothing.</param>
internal readonly struct OperationInput(string operation, JsonElement data)
{
    private const string Invalid = "Invalid request data: ";

    public string Operation => operation;

    public JsonElement Data => data;

    /// <summary>The callsign, normalized, of a possible length.</summary>
    public bool TryCallsign([NotNullWhen(true)] out string? callsign, [NotNullWhen(false)] out OperationResult? failure)
    {
        if (!Has("callsign", out var value))
        {
            (callsign, failure) = (null, Missing("callsign"));
            return false;
        }

        var text = value.ValueKind == JsonValueKind.String ? PileupCallsign.Normalize(value.GetString()!) : null;
        failure = text switch
        {
            null => OperationResult.Failure(Invalid + "Callsign must be a string"),
            "" => OperationResult.Failure(Invalid + "Callsign cannot be empty"),
            _ when !PileupCallsign.HasValidLength(text) => OperationResult.Failure(
                $"{Invalid}Callsign must be between {PileupCallsign.MinLength} and {PileupCallsign.MaxLength} characters"),
            _ => null,
        };
        callsign = failure is null ? text : null;
        return failure is null;
    }

    /// <summary>A frequency or split: a text that is not blank.</summary>
    public bool TryText(string field, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out OperationResult? failure)
    {
        (text, failure) = (null, null);
        if (!Has(field, out var value))
        {
            failure = Missing(field);
        }
        else if (value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(value.GetString()))
        {
            failure = OperationResult.Failure($"{Invalid}{char.ToUpperInvariant(field[0])}{field[1..]} must be a non-empty string");
        }
        else
        {
            text = value.GetString()!.Trim();
        }

        return failure is null;
    }

    public bool TryFlag(string field, out bool flag, [NotNullWhen(false)] out OperationResult? failure)
    {
        var isThere = Has(field, out var value);
        var isFlag = value.ValueKind is JsonValueKind.True or JsonValueKind.False;
        flag = isThere && value.ValueKind == JsonValueKind.True;
        failure = isThere && isFlag ? null
            : isThere ? OperationResult.Failure($"{Invalid}'{field}' field must be a boolean")
            : Missing(field);
        return failure is null;
    }

    /// <summary>What a logging program says, in its own envelope.</summary>
    public bool TryContact([NotNullWhen(true)] out ContactDraft? draft, [NotNullWhen(false)] out OperationResult? failure)
    {
        draft = null;
        if (!Has("type", out var type) || !Has("data", out var said) || said.ValueKind != JsonValueKind.Object)
        {
            failure = Missing(Has("type", out _) ? "data" : "type");
            return false;
        }

        if (type.ValueKind != JsonValueKind.String || !type.ValueEquals("qso_start"u8))
        {
            failure = OperationResult.Failure(Invalid + "'type' field must be 'qso_start'");
            return false;
        }

        if (!new OperationInput(operation, said).TryCallsign(out var callsign, out failure))
        {
            return false;
        }

        draft = new ContactDraft(callsign, Number(said, "frequency_mhz"), Text(said, "mode"), Text(said, "source"), Text(said, "triggered_by"));
        return true;
    }

    private bool Has(string field, out JsonElement value)
    {
        value = default;
        return data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
    }

    private OperationResult Missing(string field) => OperationResult.Failure($"{Invalid}Operation '{operation}' requires '{field}' field");

    private static string? Text(JsonElement from, string field) =>
        from.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement from, string field) =>
        from.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
