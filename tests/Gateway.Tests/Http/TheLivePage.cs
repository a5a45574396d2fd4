using System.Net;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class TheLivePage
{
    public static TheoryData<string, string> Files { get; } = new()
    {
        { "/", "text/html" },
        { "/style.css", "text/css" },
        { "/page.js", "text/javascript" },
        { "/live.js", "text/javascript" },
        { "/contest.js", "text/javascript" },
        { "/draw.js", "text/javascript" },
        { "/icon.svg", "image/svg+xml" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Comes_with_its_type_and_may_use_nothing_but_its_own_files(string path, string type)
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var answer = await gateway.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'; script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Names_no_other_host(string path, string type)
    {
        await using var gateway = await RunningGateway.StartAsync();
        var text = await gateway.Client.GetStringAsync(path);

        Assert.NotEmpty(text);
        Assert.DoesNotContain("//", type == "image/svg+xml" ? text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal) : WithoutComments(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_question_for_its_headers()
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string WithoutComments(string script) =>
        string.Join('\n', script.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
