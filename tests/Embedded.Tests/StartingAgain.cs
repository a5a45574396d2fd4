using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Channels;
using OrleansContest.Embedded;
using OrleansContest.Quizzes;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

public sealed class StartingAgain : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_quiz_goes_on_where_it_was_though_nobody_asks()
    {
        Position before;
        await using (var first = await OpenAsync())
        {
            var quiz = await first.Channels.JoinedAsync("friday", 10, 10);
            await quiz.Start();
            before = (await quiz.CatchUp(null))!.At;
        }

        clock.Advance(TimeSpan.FromSeconds(4));
        await using var second = await OpenAsync();
        await second.Awakened;
        var spectator = new Spectator(second.Channels.Get<IQuiz>("friday"));
        await using var following = await second.Channels.FollowAsync(new ChannelId("quiz", "friday"), spectator, default);
        clock.Advance(TimeSpan.FromSeconds(6));
        await spectator.ReachAsync(before.Seq + 1);

        Assert.Equal("question_change", spectator.Seen[^1].Type);
    }

    [Fact]
    public async Task A_channel_that_is_damaged_keeps_no_other_asleep()
    {
        await using (var first = await OpenAsync())
        {
            await first.Channels.JoinedAsync("a", 10);
            await (await first.Channels.JoinedAsync("b", 10)).Start();
        }

        var journal = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Single(file => file.Contains($"{Path.DirectorySeparatorChar}a{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && new FileInfo(file).Length > 500);
        var bytes = await File.ReadAllBytesAsync(journal);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(journal, bytes);

        await using var second = await OpenAsync();
        await second.Awakened;
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => second.Channels.Get<IQuiz>("a").Card());
        Assert.Equal(QuizStatus.Active, (await second.Channels.Get<IQuiz>("b").Card())!.Status);
    }

    private Task<EmbeddedEngine> OpenAsync() => EmbeddedEngine.OpenAsync(
        new EmbeddedOptions { DataFolder = folder.Path }, ChannelKinds.All, NullLogger.Instance, clock, default);
}
