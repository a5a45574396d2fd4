using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Events;

/// <summary>Takes in a whole export, while it arrives where it is the body itself.</summary>
internal static class ExportIngest
{
    /// <summary>Bytes of one export, as the contract has it.</summary>
    private const int MaxBytes = 10 << 20;

    /// <summary>Within JSON, what must be escaped takes more room.</summary>
    private const int MaxJsonBytes = 2 * MaxBytes;

    private static readonly NamedError tooLarge = new(
        StatusCodes.Status413PayloadTooLarge, new NamedErrorBody("PayloadTooLarge", "An export has at most 10 MiB"));

    public static void MapExportIngest(this RouteGroupBuilder ingest) =>
        ingest.MapPost("/xml", PostAsync).WithSummary("Import an export of the timing software")
            .WithDescription("The body is the XML itself (application/xml), or JSON that holds it: {\"xml\":\"…\"}. All of it is taken over, or nothing.")
            .Accepts<XmlInput>("application/json", "application/xml", "text/xml")
            .Produces<ImportedBody>().ProducesNamedErrors(400, 401, 403, 404, 413, 415, 429, 503);

    private static async Task<IResult> PostAsync(HttpContext context, EventOfKey door)
    {
        var admitted = await door.AdmitAsync(context);
        if (admitted.IsRefused())
        {
            return NamedError.Of(admitted.Refusal);
        }

        if (!LifeCycle.TakesXml(admitted.Value.Card.Status))
        {
            return NamedError.Of(EventRefusals.NotAccepted("xml", admitted.Value.Card.Status));
        }

        var isXml = IsXml(context.Request.ContentType);
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = isXml ? MaxBytes : MaxJsonBytes;
        return isXml
            ? await ImportAsync(admitted.Value, await ExportReader.ReadAsync(context.Request.Body, context.RequestAborted))
            : await JsonBody.AnswerAsync(context, body => ImportAsync(admitted.Value, body, context.RequestAborted));
    }

    private static bool IsXml(string? contentType) =>
        contentType?.Split(';')[0].Trim() is { } type
        && (type.Equals(MediaTypeNames.Application.Xml, StringComparison.OrdinalIgnoreCase)
            || type.Equals(MediaTypeNames.Text.Xml, StringComparison.OrdinalIgnoreCase));

    private static async Task<IResult> ImportAsync(Admitted admitted, JsonElement body, CancellationToken cancellationToken)
    {
        if (!JsonBody.TryRead(body, EventInputJson.Default.XmlInput, out var input, out _) || input.Xml is not { } xml)
        {
            return NamedError.Of(new Refusal("InvalidRequest", "xml is missing: the export as text"));
        }

        return Encoding.UTF8.GetByteCount(xml) > MaxBytes
            ? tooLarge
            : await ImportAsync(admitted, await ExportReader.ReadAsync(new StringReader(xml), cancellationToken));
    }

    private static async Task<IResult> ImportAsync(Admitted admitted, Outcome<EventExport> read)
    {
        if (read.IsRefused())
        {
            return NamedError.Of(read.Refusal);
        }

        var outcome = await admitted.Event.Import(admitted.Caller, read.Value);
        return outcome.IsRefused() ? NamedError.Of(outcome.Refusal) : Results.Json(BodyOf(outcome.Value), EventAnswerJson.Plain.ImportedBody);
    }

    private static ImportedBody BodyOf(Imported done) =>
        new(new ImportedCounts(done.Participants, done.Classes, done.Races, done.Results, done.Courses), done.Skipped);
}
