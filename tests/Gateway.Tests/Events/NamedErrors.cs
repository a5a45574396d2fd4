using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>Says of an error what the live-event contract says of it.</summary>
internal static class NamedErrors
{
    /// <summary>Checks the status and that the body is <c>{error, message, …}</c>; gives the body.</summary>
    public static async Task<JsonElement> IsNamedErrorAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string error, string? message = null)
    {
        var body = await call.IsAsync(status);
        Assert.Equal(error, body.GetProperty("error").GetString());
        var said = body.GetProperty("message").GetString();
        Assert.NotEmpty(said!);
        Assert.Equal(message ?? said, said);
        return body;
    }
}
