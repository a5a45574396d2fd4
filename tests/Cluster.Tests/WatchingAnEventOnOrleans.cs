using System.Net;
using System.Net.WebSockets;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>A live event of a cluster, pushed to and watched at two gateways.</summary>
[NeedsPostgres]
public sealed class WatchingAnEventOnOrleans(OrleansGateways gateways) : IClassFixture<OrleansGateways>
{
    private static readonly int boats = LongTests.Rounds(always: 10, whenLong: 300);

    [ContractFact]
    public async Task Shows_the_same_picture_at_both_gateways_and_never_an_older_value()
    {
        var replay = await SlalomReplay.LoadAsync(boats);
        var made = await RunningAsync(replay.StartLists());
        await using var first = await EventSpectator.ConnectAsync(At(made, 0), figures: new FiguresShown(replay));
        await using var second = await EventSpectator.ConnectAsync(At(made, 1), figures: new FiguresShown(replay));
        var away = await AgreeAsync(made, null, first, second);
        for (var n = 0; n < replay.Boats.Count; n++)
        {
            foreach (var entries in replay.OnCourse(n))
            {
                await DoneAsync(made.PushOnCourseAsync(entries));
            }

            foreach (var result in replay.Results(n))
            {
                await DoneAsync(made.PushResultsAsync(result));
            }

            if (n % 5 == 4)
            {
                away = await AgreeAsync(made, away, first, second);
                await made.ImportAsync(replay.ExportAfter(n, tellsUncorrected: true));
            }
        }

        await made.ImportAsync(replay.LastExport());
        await AgreeAsync(made, away, first, second);
    }

    [ContractFact]
    public async Task Is_for_200_at_two_gateways_together()
    {
        var made = await RunningAsync(SmallExport.Xml);
        var present = new List<EventSpectator>();
        for (var n = 0; n < 200; n++)
        {
            present.Add(await PassAsync(EventSpectator.ConnectAsync(At(made, n % 2))));
        }

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable], [await KnockAsync(made, 0), await KnockAsync(made, 1)]);
        await Task.WhenAll(present.Select(spectator => spectator.NextAsync()));
        await Task.WhenAll(present.Select(spectator => spectator.DisposeAsync().AsTask()));
    }

    [ContractFact]
    public async Task Ends_at_both_gateways_5_s_after_the_results_are_official()
    {
        var made = await RunningAsync(SmallExport.Xml);
        await using var one = await EventSpectator.ConnectAsync(At(made, 0));
        await using var other = await EventSpectator.ConnectAsync(At(made, 1));
        await Task.WhenAll(one.NextAsync(), other.NextAsync());
        await made.GoAsync("finished", "official");
        foreach (var spectator in new[] { one, other })
        {
            Assert.Equal("finished", (string?)(await spectator.NextAsync())["data"]!["status"]);
            Assert.Equal("official", (string?)(await spectator.NextAsync())["data"]!["status"]);
        }

        var closed = await PassAsync(Task.WhenAll(one.ClosedAsync(), other.ClosedAsync()));
        Assert.All(closed, how => Assert.Equal((WebSocketCloseStatus.NormalClosure, "Event results are official"), how));
        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone], [await KnockAsync(made, 0), await KnockAsync(made, 1)]);
    }

    [ContractFact]
    public async Task Ends_at_both_gateways_when_the_event_is_deleted()
    {
        var made = await RunningAsync(SmallExport.Xml);
        await using var one = await EventSpectator.ConnectAsync(At(made, 0));
        await using var other = await EventSpectator.ConnectAsync(At(made, 1));
        await Task.WhenAll(one.NextAsync(), other.NextAsync());
        await gateways.DeleteAsync(made);

        Assert.All(
            await Task.WhenAll(one.ClosedAsync(), other.ClosedAsync()),
            how => Assert.Equal((WebSocketCloseStatus.NormalClosure, "Event deleted"), how));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await KnockAsync(made, 0), await KnockAsync(made, 1)]);
    }

    /// <summary>Waits until everyone shows the same: those who are there, one who comes, one who comes back, and the calls of both gateways.</summary>
    /// <remarks>Boats leave the course by the silos' clock, so what is compared is read until it stands still.</remarks>
    /// <returns>The one who came back, or came, and has left again.</returns>
    private async Task<EventSpectator> AgreeAsync(EventInHand made, EventSpectator? away, params EventSpectator[] present)
    {
        await using var fresh = await EventSpectator.ConnectAsync(At(made, 0));
        await using var back = await EventSpectator.ConnectAsync(At(made, 1), away);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        string? truth = null;
        for (var agree = false; !agree;)
        {
            await pause.WaitForNextTickAsync(patience.Token);
            truth = await made.ReadAsync(gateways.Clients[0]);
            agree = truth == await made.ReadAsync(gateways.Clients[1])
                && present.Append(fresh).Append(back).All(spectator => spectator.ShowsByNow() == truth);
        }

        return back;
    }

    private async Task<EventInHand> RunningAsync(string export)
    {
        var made = await gateways.EventAsync();
        await made.ImportAsync(export);
        await made.GoAsync("startlist", "running");
        return made;
    }

    private Uri At(EventInHand made, int gateway) => made.SocketAt(gateways.Clients[gateway]);

    private static async Task DoneAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>How a wish to watch is refused.</summary>
    private async Task<HttpStatusCode> KnockAsync(EventInHand made, int gateway)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, made.Path("/ws"));
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        using var answer = await PassAsync(gateways.Clients[gateway].SendAsync(request));
        return answer.StatusCode;
    }

    /// <summary>Lets the gateways' time pass until that is done.</summary>
    private async Task<T> PassAsync<T>(Task<T> doing)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!doing.IsCompleted)
        {
            gateways.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await pause.WaitForNextTickAsync();
        }

        return await doing;
    }
}
