using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>
/// A venue at work: on-course messages ten times a second, results as boats finish, some first with fewer penalties than in the
/// end, some withdrawn for a while, and now and then an export that is a little behind.
/// </summary>
public sealed class ReplayingThroughTheGateway(EventFixture gateway) : IClassFixture<EventFixture>
{
    private const int Finishes = 90;

    private static readonly HashSet<string> outcome =
    [
        "Status", "dtStart", "dtFinish", "Time", "Gates", "Pen", "Total", "TotalBehind", "catTotalBehind", "Rnk", "RnkOrder", "CatRnk",
        "CatRnkOrder", "PrevTime", "PrevPen", "PrevTotal", "PrevRnk", "TotalTotal", "BetterRunNr",
    ];

    [Theory]
    [InlineData("push-wins")]
    [InlineData("xml-wins")]
    public async Task Shows_everyone_the_same_picture(string strategy)
    {
        var made = await gateway.EventAsync($",\"strategy\":\"{strategy}\"");
        var file = await LoadAsync();
        await made.ImportAsync(UpTo(file, []));
        await made.GoAsync("startlist", "running");
        await using var first = await EventSpectator.ConnectAsync(made.Socket);
        var away = await LeaveAsync(made, null);
        var finished = FinishesOf(file);
        for (var n = 0; n < finished.Count; n++)
        {
            await FinishAsync(made, finished[n], n);
            if (n % 15 == 14)
            {
                away = await AgreeAsync(made, first, away, finished[n].RaceId);
            }

            if (n % 40 == 39)
            {
                await made.ImportAsync(UpTo(file, [.. finished.Take(n - 5)]));
                away = await AgreeAsync(made, first, away, finished[n].RaceId);
            }
        }

        await made.ImportAsync(UpTo(file, finished));
        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        await AgreeAsync(made, first, away, finished[^1].RaceId);
    }

    /// <summary>One boat: three looks at it on its way, then its result.</summary>
    private async Task FinishAsync(EventInHand made, Finish boat, int n)
    {
        for (var look = 3; look > 0; look--)
        {
            await made.PushOnCourseAsync(
                $$"""{"participantId":"{{boat.ParticipantId}}","raceId":"{{boat.RaceId}}","bib":{{boat.Bib}},"name":"Boat","club":null,"position":{{look}},"gates":[0,null],"dtStart":null,"dtFinish":null,"time":{{100 * (4 - look)}},"pen":0}""")
                .IsAsync(HttpStatusCode.OK);
            gateway.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        if (n % 7 == 0)
        {
            await made.PushResultsAsync(boat.Json(boat.Time, 0)).IsAsync(HttpStatusCode.OK);
        }

        await made.PushResultsAsync(boat.Json(boat.Time, boat.Pen)).IsAsync(HttpStatusCode.OK);
        if (n % 23 == 0)
        {
            await made.PushResultsAsync(boat.Json(null, null)).IsAsync(HttpStatusCode.OK);
            await made.PushResultsAsync(boat.Json(boat.Time, boat.Pen)).IsAsync(HttpStatusCode.OK);
        }
    }

    /// <summary>The one that was there from the start, one that comes back, one that just comes, and whoever reads by HTTP.</summary>
    /// <returns>The one that came back, and has left again.</returns>
    private async Task<EventSpectator> AgreeAsync(EventInHand made, EventSpectator first, EventSpectator away, string raceId)
    {
        var ((_, seq), full) = (await gateway.Engine(made).CatchUp(null))!.Full!;
        var truth = EventClient.Shows(full);
        await first.ShowsAsync(truth, seq);
        await using var fresh = await EventSpectator.ConnectAsync(made.Socket);
        await fresh.ShowsAsync(truth, seq);
        await using var back = await EventSpectator.ConnectAsync(made.Socket, away);
        await back.ShowsAsync(truth, seq);
        var results = await gateway.Client.GetAsync(made.Path($"/results/{raceId}")).IsAsync(HttpStatusCode.OK);
        using var told = JsonDocument.Parse(full);
        Assert.Equal(told.RootElement.GetProperty("results").GetProperty(raceId).GetRawText(), results.GetProperty("results").GetRawText());
        var onCourse = await gateway.Client.GetAsync(made.Path("/oncourse")).IsAsync(HttpStatusCode.OK);
        Assert.Equal(told.RootElement.GetProperty("oncourse").GetRawText(), onCourse.GetProperty("oncourse").GetRawText());
        return await LeaveAsync(made, back);
    }

    private static async Task<EventSpectator> LeaveAsync(EventInHand made, EventSpectator? earlier)
    {
        await using var spectator = earlier ?? await EventSpectator.ConnectAsync(made.Socket);
        if (earlier is null)
        {
            await spectator.NextAsync();
        }

        return spectator;
    }

    private static async Task<XDocument> LoadAsync()
    {
        await using var xml = SlalomExport.Open();
        return await XDocument.LoadAsync(xml, LoadOptions.PreserveWhitespace, default);
    }

    private static List<Finish> FinishesOf(XDocument file) =>
    [
        .. Results(file).Where(row => int.TryParse(Field(row, "Total"), CultureInfo.InvariantCulture, out _) && Field(row, "Status") is null)
            .OrderBy(row => Field(row, "dtFinish"), StringComparer.Ordinal)
            .Take(Finishes)
            .Select(row => new Finish(Field(row, "RaceId")!, Field(row, "Id")!, Number(row, "Bib"), Number(row, "Time") / 10, Number(row, "Pen") * 100)),
    ];

    /// <summary>The export as it was when only these had finished.</summary>
    private static string UpTo(XDocument file, IReadOnlyCollection<Finish> finished)
    {
        var known = finished.Select(boat => (boat.RaceId, boat.ParticipantId)).ToHashSet();
        var copy = new XDocument(file);
        foreach (var row in Results(copy).Where(row => !known.Contains((Field(row, "RaceId")!, Field(row, "Id")!))).ToList())
        {
            row.Elements().Where(field => outcome.Contains(field.Name.LocalName)).Remove();
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Results(XDocument file) => file.Root!.Elements().Where(section => section.Name.LocalName == "Results");

    private static string? Field(XElement row, string name) =>
        row.Elements().FirstOrDefault(field => field.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static int Number(XElement row, string name) => int.Parse(Field(row, name) ?? "0", CultureInfo.InvariantCulture);

    private sealed record Finish(string RaceId, string ParticipantId, int Bib, int Time, int Pen)
    {
        public string Json(int? time, int? pen) => new JsonObject
        {
            ["raceId"] = RaceId, ["participantId"] = ParticipantId, ["bib"] = Bib, ["time"] = time, ["pen"] = pen, ["total"] = time + pen,
        }.ToJsonString();
    }
}
