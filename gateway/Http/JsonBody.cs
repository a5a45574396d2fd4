using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OrleansContest.Gateway.Http;

/// <summary>Reads JSON that strangers send: bounded, and checked as a whole before anybody looks into it.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions bounds = new() { MaxDepth = 16 };

    private static readonly ErrorAnswer wrongType = new(StatusCodes.Status415UnsupportedMediaType, "This call wants a body of application/json");

    /// <summary>Answers a request by its body's value, which is gone afterwards.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, Func<JsonElement, Task<IResult>> answer)
    {
        if (!IsJson(context.Request))
        {
            return wrongType;
        }

        var reader = context.Request.BodyReader;
        var body = await ReadToEndAsync(reader);
        try
        {
            return await AnswerAsync(body, answer);
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
    }

    /// <summary>Says that a body's value is not what the call wants.</summary>
    public static ErrorAnswer Invalid(string reason) => ErrorAnswer.BadRequest("Invalid JSON", reason);

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

    private static async Task<IResult> AnswerAsync(ReadOnlySequence<byte> body, Func<JsonElement, Task<IResult>> answer)
    {
        using var document = Parse(body);
        if (document is null)
        {
            return Invalid("The body is not JSON in UTF-8, or is nested too deeply");
        }

        return IsPlain(body) || HoldsText(document.RootElement)
            ? await answer(document.RootElement)
            : Invalid("A text holds what is no character: U+0000, half a surrogate pair, or bytes that are not UTF-8");
    }

    /// <summary>A body without a type is taken for JSON, as simple scripts send it.</summary>
    private static bool IsJson(HttpRequest request) => string.IsNullOrEmpty(request.ContentType) || request.HasJsonContentType();

    private static async Task<ReadOnlySequence<byte>> ReadToEndAsync(PipeReader reader)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static JsonDocument? Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, bounds);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Nothing but ASCII and no escapes: then every text is one.</summary>
    private static bool IsPlain(ReadOnlySequence<byte> body)
    {
        foreach (var part in body)
        {
            if (part.Span.Contains((byte)'\\') || part.Span.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every text in it is one: JSON may spell half a surrogate pair, which no string can be.</summary>
    public static bool HoldsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => IsText(element.GetString),
        JsonValueKind.Array => element.EnumerateArray().All(HoldsText),
        JsonValueKind.Object => element.EnumerateObject().All(member => IsText(() => member.Name) && HoldsText(member.Value)),
        _ => true,
    };

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return !read()!.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
