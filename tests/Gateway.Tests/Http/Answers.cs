using System.Net;
using System.Text;
using System.Text.Json;

namespace OrleansContest.Gateway.Tests.Http;

/// <summary>Says of an answer what a contract says of it.</summary>
internal static class Answers
{
    /// <summary>Checks the status and that the body is <c>{error, details?}</c>; gives the body.</summary>
    public static async Task<JsonElement> IsErrorAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string? error = null)
    {
        using var answer = await call;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode} instead of {status}: {body}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var json = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.NotEmpty(json.GetProperty("error").GetString()!);
        Assert.Equal(error ?? json.GetProperty("error").GetString(), json.GetProperty("error").GetString());
        Assert.All(json.EnumerateObject(), member => Assert.Contains(member.Name, new[] { "error", "details" }));
        return json;
    }

    /// <summary>Checks the status; gives the body.</summary>
    public static async Task<JsonElement> IsAsync(this Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        using var answer = await call;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode} instead of {status}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>An error's details.</summary>
    public static IEnumerable<string?> Details(this JsonElement error) =>
        error.GetProperty("details").EnumerateArray().Select(detail => detail.GetString());

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string json) =>
        client.PostAsync(path, Json(json));

    public static Task<HttpResponseMessage> PatchJsonAsync(this HttpClient client, string path, string json) =>
        client.PatchAsync(path, Json(json));

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
