using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Matches;

/// <summary>Says of an answer that it is an error of the match-votes contract.</summary>
internal static class CodedErrors
{
    /// <summary>Checks the status and that the body is <c>{error, code, details}</c>; gives the body.</summary>
    public static async Task<JsonElement> IsCodedErrorAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string code)
    {
        var body = await call.IsAsync(status);
        Assert.Equal(["error", "code", "details"], body.EnumerateObject().Select(member => member.Name));
        Assert.NotEmpty(body.GetProperty("error").GetString()!);
        Assert.Equal(code, body.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Array, body.GetProperty("details").ValueKind);
        return body;
    }
}
