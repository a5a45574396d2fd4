using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A gateway's HTTP calls, with the key; what goes wrong is said in plain words.</summary>
/// <param name="http">Its base address is the gateway's.</param>
/// <param name="key">The master key, or an ingest key; null when none is known.</param>
/// <param name="operatorLogin">NAME:PASSWORD of the operator of pileups; null when not known.</param>
/// <param name="adminToken">The token of an administrator of quizzes; null when the master key is to do.</param>
internal sealed class GatewayApi(HttpClient http, string? key, string? operatorLogin, string? adminToken = null)
{
    public string? AdminToken => adminToken;

    public string? Key => key;

    public string? Operator => operatorLogin;

    /// <returns>The answer's status and body.</returns>
    /// <exception cref="LoadException">Nobody answers there.</exception>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpMethod method, string path, string? json, CancellationToken cancellationToken, string? apiKey = null, string? bearer = null)
    {
        using var request = Request(method, path, json, apiKey ?? key, operatorLogin);
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException fault)
        {
            throw new LoadException($"No gateway answers at {http.BaseAddress} ({fault.Message}). Start one with './contest up', or name another with --url.", fault);
        }
    }

    /// <summary>The same, where anything but success ends the run.</summary>
    /// <exception cref="LoadException">Nobody answers there, or the answer is no.</exception>
    public async Task<JsonElement> DoAsync(HttpMethod method, string path, string? json, CancellationToken cancellationToken, string? apiKey = null, string? bearer = null)
    {
        var (status, body) = await AskAsync(method, path, json, cancellationToken, apiKey, bearer);
        return (int)status is >= 200 and < 300 ? Parse(body) : throw Refused(method, path, status, body);
    }

    public static HttpRequestMessage Request(HttpMethod method, string path, string? json, string? apiKey, string? login = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (apiKey is not null)
        {
            request.Headers.Add("X-API-Key", apiKey);
            request.Headers.Add("X-Master-Key", apiKey);
        }

        if (login is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(login)));
        }

        return request;
    }

    public LoadException Refused(HttpMethod method, string path, HttpStatusCode status, string body) => new(status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when path.Contains("/admin/", StringComparison.Ordinal) && path.Contains("pileup=", StringComparison.Ordinal) =>
            $"The gateway wants the operator of its pileups ({body}). Give --operator NAME:PASSWORD, as its settings Pileup:AdminUser and Pileup:AdminPassword say.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when path.StartsWith("/contests", StringComparison.Ordinal) =>
            $"The gateway wants an administrator of its quizzes ({(int)status} {body}). Give its master key with --key or in CONTEST_KEY, or with --admin-token the token "
            + "of an account whose address is in its setting Quiz:Admins.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            $"The gateway did not take the key ({(int)status} {body}). Give its master key with --key or in CONTEST_KEY; './contest up' prints it.",
        HttpStatusCode.TooManyRequests =>
            $"The gateway limits this address ({body}). Raise its settings Security:Limits:RequestsPerSecond and Security:Limits:Burst, or run this on the gateway's machine.",
        _ => $"The gateway answered {method} {path} with {(int)status}: {body}",
    });

    private JsonElement Parse(string body)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body.Length == 0 ? "null" : body);
            return parsed.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new LoadException($"What answers at {http.BaseAddress} is not a gateway of this project.", fault);
        }
    }
}
