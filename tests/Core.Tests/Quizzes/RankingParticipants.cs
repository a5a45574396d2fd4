using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Quizzes;
using static OrleansContest.Tests.Quizzes.QuizScenario;

namespace OrleansContest.Tests.Quizzes;

public sealed class RankingParticipants
{
    [Fact]
    public void Goes_by_score_then_by_answer_time_then_by_user_id()
    {
        var scenario = Started("dan", "cleo", "bob", "ann");
        scenario.Pass(1).Result("bob");
        scenario.Result("ann");
        scenario.Pass(1).Result("cleo");
        scenario.Pass(1).Result("dan", option: "b");

        Assert.Equal(["ann", "bob", "cleo", "dan"], scenario.Quiz.Ranking.All.Select(standing => standing.Participant.UserId));
    }

    [Fact]
    public void Is_what_sorting_gives_after_any_changes()
    {
        var change = from user in Gen.Choose(0, 3_000) from score in Gen.Choose(0, 5) from time in Gen.Choose(0, 3) select (user, score, time);
        Prop.ForAll(change.ListOf().Resize(2_000).ToArbitrary(), changes =>
        {
            var ranking = new Ranking();
            var expected = new Dictionary<int, Standing>();
            foreach (var (user, score, time) in changes)
            {
                var standing = new Standing(new Participant($"u{user:d4}", ""), score, time, 0);
                expected[user] = standing;
                var rank = ranking.RankOf(standing);
                ranking.Place(standing);
                Assert.Equal(rank, ranking.RankOf(standing));
            }

            var sorted = expected.Values.Order().ToList();
            Assert.Equal(sorted, ranking.All);
            Assert.All(sorted.Select((standing, index) => (standing, index)), row => Assert.Equal(row.index + 1, ranking.RankOf(row.standing)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void Keeps_its_order_among_many()
    {
        var ranking = new Ranking();
        foreach (var user in Enumerable.Range(0, 5_000).OrderBy(user => user * 7_919 % 5_000))
        {
            ranking.Place(new Standing(new Participant($"u{user:d5}", ""), user % 10, 0, 0));
        }

        Assert.Equal(ranking.All.Order(), ranking.All);
        Assert.Equal((5_000, 1_234), (ranking.Count, ranking.RankOf(ranking.All.ElementAt(1_233))));
        Assert.Equal(Enumerable.Range(4_001, 20), ranking.Rows(4_000, 20).Select(row => row.Rank));
    }

    [Fact]
    public void Is_shown_at_once_when_the_first_three_change_and_else_every_five_seconds()
    {
        string[] users = [.. Enumerable.Range(0, 10).Select(user => $"u{user}")];
        var scenario = Given([new CreateQuiz(Draft(Question("one", seconds: 60)), Noon), .. users.Select(user => (QuizCommand)Join(user)), new StartQuiz(Noon)]);
        scenario.Pass(10);
        var shown = scenario.Told("leaderboard_update").Count();

        scenario.Result("u5");
        Assert.Equal(shown + 1, scenario.Told("leaderboard_update").Count());
        scenario.Pass(1).Result("u6");
        scenario.Pass(1).Result("u7");
        Assert.Equal(shown + 3, scenario.Told("leaderboard_update").Count());
        scenario.Pass(1).Result("u8");
        scenario.Result("u9");
        Assert.Equal(shown + 3, scenario.Told("leaderboard_update").Count());
        scenario.Pass(5);
        Assert.Equal(shown + 4, scenario.Told("leaderboard_update").Count());
        Assert.Contains("\"rank\":4,\"userId\":\"u8\"", scenario.Told("leaderboard_update").Last().Data, StringComparison.Ordinal);
        scenario.Pass(30);
        Assert.Equal(shown + 4, scenario.Told("leaderboard_update").Count());
    }
}
