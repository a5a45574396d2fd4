using System.Net;
using System.Text.Json;

namespace OrleansContest.Cli;

/// <summary>Sends files to a gateway, and says in plain words what went wrong.</summary>
internal sealed class GatewayClient(HttpClient http, ImportTarget target, string? key)
{
    /// <exception cref="ImportException">The gateway cannot be reached, was lost, or refused.</exception>
    public async Task<ImportAnswer> SendAsync(FileInfo file, IProgress<long> sent, CancellationToken cancellationToken)
    {
        using var body = new MeteredFile(file, sent);
        try
        {
            using var request = RequestWith(body);
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? Read(answer) : throw Refused(response.StatusCode, answer);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw Unreachable(fault, wasSending: body.Sent > 0);
        }
    }

    private HttpRequestMessage RequestWith(MeteredFile body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target.Call) { Content = body };
        request.Headers.ExpectContinue = true;
        if (key is not null)
        {
            request.Headers.Add("X-Master-Key", key);
            request.Headers.Add("X-API-Key", key);
        }

        return request;
    }

    private ImportAnswer Read(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportAnswer>(answer, JsonSerializerOptions.Web) ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw new ImportException($"What answers at {target.Gateway} is not a gateway of this project.", fault);
        }
    }

    private ImportException Refused(HttpStatusCode status, string answer) => (status, ErrorIn(answer)) switch
    {
        (HttpStatusCode.NotFound, "Contest not found") => new(HowToCreate()),
        (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, var error) => new(
            $"{error ?? "The gateway wants a key"}. Give an ingest key or the master key with --key or in CONTEST_KEY."),
        (_, { } error) => new($"The gateway refused ({(int)status}): {error}."),
        _ => new($"What answers at {target.Gateway} is not a gateway of this project (it said {(int)status})."),
    };

    private string HowToCreate() =>
        $$"""
        There is no contest '{{target.Contest}}' at {{target.Gateway}}. Create it with the master key that './contest up' printed:
          curl -X POST {{new Uri(target.Gateway, "/api/contests")}} -H 'X-Master-Key: …' -H 'Content-Type: application/json' \
            -d '{"id":"{{target.Contest}}","name":"{{target.Contest}}","rules":"GENERAL","open":true}'
        """;

    private ImportException Unreachable(Exception fault, bool wasSending) => wasSending
        ? new("The connection to the gateway was lost. It is safe to run the same import again: what is already logged is not logged twice.", fault)
        : new($"No gateway answers at {target.Gateway} ({fault.Message}). Start one with './contest up', or name another with --url.", fault);

    /// <returns>The sentence and its details; null when the answer is not one of ours.</returns>
    private static string? ErrorIn(string answer)
    {
        try
        {
            var body = JsonSerializer.Deserialize<ErrorAnswer>(answer, JsonSerializerOptions.Web);
            return body?.Details is { Count: > 0 } details ? $"{body.Error}: {string.Join("; ", details)}" : body?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ErrorAnswer(string? Error, IReadOnlyList<string>? Details);
}
