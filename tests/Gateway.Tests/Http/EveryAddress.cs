using System.Net;
using OrleansContest.Gateway.Tests.Contests;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class EveryAddress(RestFixture gateway) : IClassFixture<RestFixture>
{
    [Theory]
    [InlineData("/index.php")]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/api/contests/a/b/c")]
    [InlineData("/api/logs/../../etc/passwd")]
    [InlineData("/api/stats/nothing?contestId=c1")]
    [InlineData("/%2e%2e/keys.json")]
    public async Task That_leads_nowhere_says_so(string path) => await gateway.Client.GetAsync(path).IsErrorAsync(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("PUT", "/api/logs")]
    [InlineData("DELETE", "/api/logs")]
    [InlineData("GET", "/api/logs/batch")]
    [InlineData("PUT", "/api/logs/c1.1")]
    [InlineData("GET", "/api/import")]
    [InlineData("POST", "/api/export/adif")]
    [InlineData("POST", "/api/stats/contest")]
    [InlineData("DELETE", "/api/contests/c1")]
    [InlineData("GET", "/api/contests/c1/keys")]
    [InlineData("GET", "/api/sessions")]
    [InlineData("POST", "/health/live")]
    [InlineData("POST", "/metrics")]
    [InlineData("BREW", "/api/logs")]
    public async Task That_does_not_know_a_method_says_so(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        await gateway.Client.SendAsync(request).IsErrorAsync(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task That_is_served_stands_in_the_document_with_its_summary_and_answers()
    {
        var document = await gateway.Client.GetAsync("/openapi/v1.json").IsAsync(HttpStatusCode.OK);
        var paths = document.GetProperty("paths");

        Assert.NotEmpty(gateway.Routes);
        Assert.All(gateway.Routes, route =>
        {
            var operation = paths.GetProperty(route.Path).GetProperty(route.Method.ToLowerInvariant());
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), answer => answer.Name[0] == '2');
        });
    }

    [Theory]
    [InlineData("/api/logs", "post", "200,201,400,401,403,404,413,415,429,503")]
    [InlineData("/api/contests", "post", "201,400,401,409,413,415,429,503")]
    [InlineData("/api/import", "post", "200,400,401,404,413,415,429,503")]
    [InlineData("/api/logs/{id}", "patch", "200,400,401,403,404,409,413,415,429,503")]
    public async Task That_is_served_has_all_its_statuses_in_the_document(string path, string method, string statuses)
    {
        var document = await gateway.Client.GetAsync("/openapi/v1.json").IsAsync(HttpStatusCode.OK);

        var answers = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses");
        Assert.Equal(statuses.Split(','), answers.EnumerateObject().Select(answer => answer.Name).Order());
    }

    [Fact]
    public async Task Of_health_says_that_all_is_well()
    {
        Assert.Equal("""{"status":"live"}""", await gateway.Client.GetStringAsync("/health/live"));
        Assert.Equal("""{"status":"ready"}""", await gateway.Client.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task Of_figures_counts_what_was_asked()
    {
        await gateway.Client.GetAsync("/api/contests").IsAsync(HttpStatusCode.OK);

        using var answer = await gateway.Client.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(@"^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+=""([^""\\]|\\.)*"",?)+\})? [-+]?(\d\S*|Inf|NaN))$", line));
        Assert.Contains(lines, line => line.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("contest_gateway_connections ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("contest_journal_append_duration_seconds_bucket{", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("dotnet_process_memory_working_set_bytes ", StringComparison.Ordinal));
    }
}
