using System.Text.Json.Serialization.Metadata;

namespace OrleansContest.Gateway.Http;

/// <summary>201, with what was created and where it is found.</summary>
internal sealed class CreatedAnswer<T>(string location, T value, JsonTypeInfo<T> json) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = location;
        return httpContext.Response.WriteAsJsonAsync(value, json);
    }
}
