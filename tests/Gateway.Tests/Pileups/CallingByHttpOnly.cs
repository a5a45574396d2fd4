using System.Net;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>The calls that have no twin among the WebSocket's operations.</summary>
public sealed class CallingByHttpOnly(PileupFixture fixture) : IClassFixture<PileupFixture>
{
    private readonly string id = PileupFixture.NewId();

    [Fact]
    public async Task Shows_the_contact_under_way_or_null_to_everybody_and_the_operator()
    {
        foreach (var (client, path) in new[] { (fixture.Public, "/api/queue/current"), (fixture.Operator, "/api/admin/current") })
        {
            Assert.Equal("null", await client.GetStringAsync(new Uri($"{path}?pileup={id}", UriKind.Relative)));
        }

        await fixture.PrepareAsync(id, "active W1AW next");
        var shown = JsonNode.Parse(await fixture.Public.GetStringAsync(new Uri($"/api/queue/current?pileup={id}", UriKind.Relative)))!;
        Assert.Equal(["callsign", "timestamp", "qrz", "metadata"], shown.AsObject().Select(member => member.Key));
        Assert.Equal("W1AW", (string?)shown["callsign"]);
        Assert.Equal(shown.ToJsonString(), await fixture.Operator.GetStringAsync(new Uri($"/api/admin/current?pileup={id}", UriKind.Relative)));
    }

    [Fact]
    public async Task Says_whether_logging_programs_may_begin_contacts()
    {
        var path = $"/api/admin/logger-integration?pileup={id}";
        Assert.Equal("""{"enabled":true}""", await fixture.Operator.GetStringAsync(new Uri(path, UriKind.Relative)));
        await fixture.Operator.PostJsonAsync(path, """{"enabled":false}""").IsAsync(HttpStatusCode.OK);
        Assert.Equal("""{"enabled":false}""", await fixture.Operator.GetStringAsync(new Uri(path, UriKind.Relative)));

        var wrong = await fixture.Operator.PostJsonAsync(path, """{"enabled":1}""").IsAsync(HttpStatusCode.BadRequest);
        Assert.Equal("Invalid request data: 'enabled' field must be a boolean", wrong.GetProperty("detail").GetString());
        await fixture.Public.GetAsync(path).IsAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"callsign":7}""", 400)]
    [InlineData("""{"callsign":"W1\u0000AW"}""", 400)]
    public async Task Answers_what_is_no_request_with_an_error_and_its_detail(string body, int status)
    {
        var error = await fixture.Public.PostJsonAsync($"/api/queue/register?pileup={id}", body).IsAsync((HttpStatusCode)status);

        Assert.Equal(["error", "detail"], error.EnumerateObject().Select(member => member.Name));
    }
}
