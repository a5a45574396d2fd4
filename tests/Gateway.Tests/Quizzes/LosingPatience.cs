namespace OrleansContest.Gateway.Tests.Quizzes;

public sealed class LosingPatience(QuizWorld world) : IClassFixture<QuizWorld>
{
    [Fact]
    public async Task Closes_who_joins_nothing_within_five_seconds()
    {
        var (waits, tries) = (await StrangerAsync(), await StrangerAsync());
        await tries.SayAsync("join_contest", """{"contestId":"nowhere"}""");
        await tries.RefusedAsync();
        world.Pass(4.9);
        await waits.HearsNothingAsync();
        world.Pass(0.1);

        Assert.Equal((1008, "No contest joined within 5 seconds"), await waits.EndAsync());
        await tries.HearsNothingAsync();
    }

    [Fact]
    public async Task Closes_who_says_nothing_for_a_minute()
    {
        var quiz = await world.QuizAsync(10);
        var (silent, pings) = (await world.NewcomerAsync(quiz), await world.NewcomerAsync(quiz));
        world.Pass(59);
        await pings.SayAsync("ping");
        await pings.HearsAsync("pong");
        world.Pass(1);

        Assert.Equal((1001, "Nothing heard for 60 seconds"), await silent.EndAsync());
        await pings.SayAsync("ping");
        await pings.HearsAsync("pong");
    }

    [Fact]
    public async Task Closes_who_does_nothing_for_half_an_hour()
    {
        var quiz = await world.QuizAsync(10);
        var idle = await world.NewcomerAsync(quiz);
        for (var minute = 0.5; minute < 30; minute += 0.5)
        {
            world.Pass(30);
            await idle.SayAsync("ping");
            await idle.HearsAsync("pong");
        }

        world.Pass(30);
        Assert.Equal((1001, "No event for 30 minutes"), await idle.EndAsync());
    }

    [Fact]
    public async Task Closes_who_sends_more_than_ten_events_a_second()
    {
        var quiz = await world.QuizAsync(10);
        var (quick, hasty) = (await world.NewcomerAsync(quiz), await world.NewcomerAsync(quiz));
        for (var second = 0; second < 3; second++)
        {
            world.Pass(1);
            for (var n = 0; n < 10; n++)
            {
                await quick.SayAsync("ping");
                await quick.HearsAsync("pong");
                await hasty.SayAsync("ping");
            }
        }

        await hasty.SayAsync("ping");
        Assert.Equal((4008, "Too many events"), await hasty.EndAsync());
        world.Pass(1);
        await quick.SayAsync("ping");
        await quick.HearsAsync("pong");
    }

    private async Task<Contestant> StrangerAsync() => await world.ConnectAsync((await world.PersonAsync()).Token);
}
