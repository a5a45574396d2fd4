using System.Net;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>A venue at work, and those who watch: a short morning in every run, both days under <c>./contest test --long</c>.</summary>
public sealed class ReplayingThroughTheGateway(EventFixture gateway) : IClassFixture<EventFixture>
{
    private static readonly int boats = LongTests.Rounds(always: 30, whenLong: int.MaxValue);

    /// <summary>After how many messages of the venue everyone is compared: a prime, so that it comes after every sort of message.</summary>
    private const int CompareEvery = 23;

    [Theory]
    [InlineData("push-wins")]
    [InlineData("xml-wins")]
    public async Task Shows_everyone_the_same_picture_and_never_an_older_value(string strategy)
    {
        var replay = await SlalomReplay.LoadAsync(boats);
        var made = await gateway.EventAsync($",\"strategy\":\"{strategy}\"");
        await made.ImportAsync(replay.StartLists());
        await made.GoAsync("startlist", "running");
        var figures = new FiguresShown(replay);
        await using var first = await EventSpectator.ConnectAsync(made.Socket, figures: figures);
        var away = await BrieflyAsync(made.Socket, new FiguresShown(replay));
        var sent = 0;
        foreach (var push in Pushes(made, replay, tellsUncorrected: strategy == "push-wins"))
        {
            await push();
            if (++sent % CompareEvery == 0)
            {
                away = await AgreeAsync(made, first, away);
            }
        }

        await made.ImportAsync(replay.LastExport());
        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        await AgreeAsync(made, first, away);
        Assert.InRange(figures.Seen, replay.Boats.Count, int.MaxValue);
    }

    /// <summary>All that the venue sends, each boat's looks at the course before its result, and an export after every 10 boats.</summary>
    private IEnumerable<Func<Task>> Pushes(EventInHand made, SlalomReplay replay, bool tellsUncorrected)
    {
        for (var n = 0; n < replay.Boats.Count; n++)
        {
            foreach (var entries in replay.OnCourse(n))
            {
                yield return () =>
                {
                    gateway.Clock.Advance(TimeSpan.FromMilliseconds(100));
                    return made.PushOnCourseAsync(entries).IsAsync(HttpStatusCode.OK);
                };
            }

            foreach (var result in replay.Results(n))
            {
                yield return () => made.PushResultsAsync(result).IsAsync(HttpStatusCode.OK);
            }

            if (n % 10 == 9)
            {
                var export = replay.ExportAfter(n, tellsUncorrected);
                yield return () => made.ImportAsync(export);
            }
        }
    }

    /// <summary>The one that was there from the start, one that comes back, one that just comes, and whoever reads by HTTP.</summary>
    /// <returns>The one that came back, and has left again.</returns>
    private async Task<EventSpectator> AgreeAsync(EventInHand made, EventSpectator first, EventSpectator away)
    {
        var ((_, seq), full) = (await gateway.Engine(made).CatchUp(null))!.Full!;
        var truth = EventClient.Shows(full);
        Assert.Equal(truth, await made.ReadAsync());
        await ShowsAsync(first, truth, seq);
        await using var fresh = await EventSpectator.ConnectAsync(made.Socket);
        await ShowsAsync(fresh, truth, seq);
        await using var back = await EventSpectator.ConnectAsync(made.Socket, away);
        await ShowsAsync(back, truth, seq);
        return back;
    }

    /// <summary>Whoever was too slow on a busy machine is served again when some time has passed: a little, so that everyone stays on the course.</summary>
    private async Task ShowsAsync(EventSpectator spectator, string truth, long seq)
    {
        var (showing, polls) = (spectator.ShowsAsync(truth, seq), 0);
        await Until.TrueAsync(() =>
        {
            if (!showing.IsCompleted && ++polls % 100 == 0 && polls <= 1_000)
            {
                gateway.Clock.Advance(TimeSpan.FromMilliseconds(250));
            }

            return showing.IsCompleted;
        });
        await showing;
    }

    /// <summary>A spectator who has left again, with what it saw.</summary>
    private static async Task<EventSpectator> BrieflyAsync(Uri socket, FiguresShown figures)
    {
        await using var spectator = await EventSpectator.ConnectAsync(socket, figures: figures);
        await spectator.NextAsync();
        return spectator;
    }
}
