using System.Net;
using System.Text;
using OrleansContest.Gateway.Tests.Contests;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class HostileInput(RestFixture gateway) : IClassFixture<RestFixture>
{
    private const string Good =
        """{"contestId":"C","stationId":"ST1","callsign":"K1ABC","band":"20","mode":"CW","qsoDate":"2026-01-24","qsoTime":"12:34","notes":"é \u0041"}""";

    public static TheoryData<string, string> Calls => new()
    {
        { "POST", "/api/logs" }, { "POST", "/api/logs/batch" }, { "POST", "/api/logs/merge" }, { "POST", "/api/sessions" }, { "POST", "/api/contests" },
        { "PATCH", "/api/logs/C.1" },
    };

    private static readonly byte[][] bodies =
    [
        [], "{"u8.ToArray(), "nul"u8.ToArray(), "{}{}"u8.ToArray(), "{\"a\":1,}"u8.ToArray(), "{'a':1}"u8.ToArray(), "\0"u8.ToArray(),
        [0xFF, 0xFE, 0x00], [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}', (byte)'x'], "{\"contestId\":NaN}"u8.ToArray(),
        [.. "{\"callsign\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. "{\"callsign\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8], [.. "{\""u8, 0xFF, .. "\":1}"u8],
        "{\"callsign\":\"\\ud800\"}"u8.ToArray(), "{\"\\udc00\":1}"u8.ToArray(), "{\"callsign\":\"\\u0000\"}"u8.ToArray(),
        [.. "[{\"callsign\":\"\\ud800x\"}]"u8], Encoding.ASCII.GetBytes(new string('[', 5_000)), Encoding.ASCII.GetBytes(Nested(17)),
        Encoding.ASCII.GetBytes($"{{\"frequency\":{new string('9', 50_000)}}}x"), Encoding.ASCII.GetBytes("{\"a\":1e}"),
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task That_is_not_JSON_is_told_so_and_changes_nothing(string method, string path)
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest);
        var before = await StateAsync(contest);

        foreach (var body in bodies)
        {
            await SendAsync(method, path.Replace("C.", $"{contest}.", StringComparison.Ordinal), body, "application/json")
                .IsErrorAsync(HttpStatusCode.BadRequest, "Invalid JSON");
        }

        Assert.Equal(before, await StateAsync(contest));
        Assert.Empty(gateway.Log.Lines);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Of_another_type_is_told_so(string method, string path)
    {
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", "nonsense", "a/b/c;;=" })
        {
            await SendAsync(method, path, "{}"u8.ToArray(), type).IsErrorAsync(HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Without_a_type_is_taken_for_JSON(string method, string path) =>
        await SendAsync(method, path, "{"u8.ToArray(), null).IsErrorAsync(HttpStatusCode.BadRequest, "Invalid JSON");

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task That_is_too_large_is_told_so(string method, string path)
    {
        var tooLarge = new byte[(1 << 20) + 1];
        tooLarge.AsSpan().Fill((byte)' ');

        await SendAsync(method, path, tooLarge, "application/json").IsErrorAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task That_is_too_large_is_told_so_though_it_does_not_say_its_length()
    {
        var content = new PiecewiseContent(Encoding.ASCII.GetBytes(new string(' ', (64 << 10) + 1)), 1_000);
        content.Headers.ContentType = new("application/json");

        await gateway.Client.PostAsync("/api/logs", content).IsErrorAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("POST", "/api/logs", "{\"stationId\":7e999999999,\"callsign\":-0.0,\"band\":1e1,\"mode\":0,\"qsoDate\":1,\"qsoTime\":2}")]
    [InlineData("POST", "/api/logs", "{\"frequency\":99999999999999999999999999999999999999}")]
    [InlineData("POST", "/api/logs", "{\"frequency\":\"0x10\"}")]
    [InlineData("POST", "/api/logs", "{\"frequency\":\"NaN\"}")]
    [InlineData("POST", "/api/logs", "{\"transmitter\":2147483648}")]
    [InlineData("POST", "/api/logs", "null")]
    [InlineData("POST", "/api/logs", "\"text\"")]
    [InlineData("POST", "/api/logs", "[{}]")]
    [InlineData("POST", "/api/contests", "{\"name\":\"x\",\"startsAt\":{}}")]
    [InlineData("POST", "/api/contests", "{\"name\":\"x\",\"startsAt\":\"9999-12-31T23:59:59.9999999-14:00\"}")]
    [InlineData("POST", "/api/contests", "{\"name\":\"x\",\"rules\":{\"points\":{\"CW\":2147483648}}}")]
    [InlineData("POST", "/api/contests", "{\"name\":\"x\",\"rules\":{\"exchange\":{}}}")]
    [InlineData("POST", "/api/contests", "{\"name\":\"x\",\"powerMultiplier\":1.5}")]
    [InlineData("POST", "/api/sessions", "null")]
    [InlineData("POST", "/api/sessions", "{\"callsign\":\"W1AW\",\"stationId\":[]}")]
    [InlineData("POST", "/api/logs/merge", "{\"primary_id\":\"C.1\",\"duplicate_ids\":{\"0\":\"C.1\"}}")]
    [InlineData("PATCH", "/api/logs/C.1", "{\"power\":1e28,\"power\":1e29}")]
    [InlineData("PATCH", "/api/logs/C.1", "{\"qsoDate\":null}")]
    public async Task Of_wrong_values_is_a_bad_request_and_changes_nothing(string method, string path, string body)
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest);
        var before = await StateAsync(contest);

        await SendAsync(method, path.Replace("C.", $"{contest}.", StringComparison.Ordinal), Encoding.UTF8.GetBytes(body.Replace("C.", $"{contest}.", StringComparison.Ordinal)), "application/json")
            .IsErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal(before, await StateAsync(contest));
    }

    [Theory]
    [InlineData("callsign")]
    [InlineData("stationId")]
    [InlineData("notes")]
    [InlineData("exchange")]
    [InlineData("dedupeKey")]
    [InlineData("qsoTime")]
    [InlineData("grid")]
    public async Task Of_great_length_is_a_bad_request(string field)
    {
        var contest = await gateway.ContestAsync();

        await gateway.Client.PostJsonAsync("/api/logs", RestFixture.Qso(contest, more: $",\"{field}\":\"{new string('A', 60_000)}\""))
            .IsErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("[]", await gateway.Client.GetStringAsync($"/api/logs?contestId={contest}"));
    }

    [Fact]
    public async Task That_has_any_byte_changed_never_makes_the_gateway_fail()
    {
        var contest = await gateway.ContestAsync();
        var good = Encoding.UTF8.GetBytes(Good.Replace("\"C\"", $"\"{contest}\"", StringComparison.Ordinal));
        var random = new Random(20260124);
        for (var round = 0; round < 400; round++)
        {
            var bad = good.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            using var answer = await SendAsync("POST", "/api/logs", bad, "application/json");
            Assert.True((int)answer.StatusCode is 200 or 201 or 400 or 404, $"{answer.StatusCode} to {Convert.ToHexString(bad)}");
        }

        Assert.Empty(gateway.Log.Lines);
    }

    [Theory]
    [InlineData("Authorization", "Bearer")]
    [InlineData("Authorization", "Bearer  ")]
    [InlineData("Authorization", "Basic YTpi")]
    [InlineData("Authorization", "Bearer ' or 1=1")]
    [InlineData("X-API-Key", "x")]
    [InlineData("X-Master-Key", "")]
    public async Task In_place_of_a_key_opens_nothing(string header, string value)
    {
        var closed = await gateway.ContestAsync(open: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/logs") { Content = Answers.Json(RestFixture.Qso(closed)) };
        request.Headers.TryAddWithoutValidation(header, value);

        await gateway.Client.SendAsync(request).IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private Task<string> StateAsync(string contest) => gateway.Client.GetStringAsync($"/api/logs?contestId={contest}");

    private async Task<HttpResponseMessage> SendAsync(string method, string path, byte[] body, string? type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = body.Length > 1 << 16;
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return await gateway.Admin.SendAsync(request);
    }
}
