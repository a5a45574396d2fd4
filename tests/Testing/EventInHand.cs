using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace OrleansContest.Testing;

/// <summary>An event, and whoever holds its key.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Holder">Shows the key.</param>
/// <param name="Public">Shows nothing.</param>
public sealed record EventInHand(string Id, HttpClient Holder, HttpClient Public)
{
    public Uri Socket => SocketAt(Public);

    public Uri SocketAt(HttpClient gateway) => new UriBuilder(gateway.BaseAddress!) { Scheme = "ws", Path = $"/api/v1/events/{Id}/ws" }.Uri;

    public string Path(string more = "") => $"/api/v1/events/{Id}{more}";

    public string Admin(string more) => $"/api/v1/admin/events/{Id}{more}";

    public async Task GoAsync(params string[] states)
    {
        foreach (var state in states)
        {
            await DoneAsync(Holder.PatchAsync(Admin("/status"), Json($$"""{"status":"{{state}}"}""")));
        }
    }

    public Task<HttpResponseMessage> PostXmlAsync(HttpContent xml, string type = "application/xml")
    {
        xml.Headers.ContentType = new MediaTypeHeaderValue(type);
        return Holder.PostAsync("/api/v1/ingest/xml", xml);
    }

    public Task ImportAsync(string xml) => DoneAsync(PostXmlAsync(new StringContent(xml)));

    public Task<HttpResponseMessage> PushResultsAsync(string results) => Holder.PostAsync("/api/v1/ingest/results", Json($$"""{"results":[{{results}}]}"""));

    public Task<HttpResponseMessage> PushOnCourseAsync(string entries) => Holder.PostAsync("/api/v1/ingest/oncourse", Json($$"""{"oncourse":[{{entries}}]}"""));

    /// <summary>All that the calls tell of the event together: what a spectator of it should show.</summary>
    /// <param name="gateway">Whom to ask; who is asked otherwise when it is null.</param>
    public async Task<string> ReadAsync(HttpClient? gateway = null)
    {
        var picture = await GetAsync("");
        var races = picture["races"]!.AsArray().Select(race => (string)race!["raceId"]!).ToList();
        var results = await Task.WhenAll(races.Select(race => GetAsync($"/results/{race}")));
        picture["categories"] = (await GetAsync("/categories"))["categories"]!.DeepClone();
        picture["results"] = new JsonObject(races.Zip(results, (race, told) => KeyValuePair.Create(race, (JsonNode?)told["results"]!.DeepClone())));
        picture["oncourse"] = (await GetAsync("/oncourse"))["oncourse"]!.DeepClone();
        return EventClient.Shows(JsonSerializer.SerializeToUtf8Bytes(picture));

        async Task<JsonObject> GetAsync(string what) =>
            JsonNode.Parse(await (gateway ?? Public).GetByteArrayAsync(new Uri(Path(what), UriKind.Relative)))!.AsObject();
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
