using OrleansContest.LoadTest.Quizzes;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>Quizzes: participants answer over sockets of their own, so that there are no lanes.</summary>
internal sealed class QuizKind : IKind
{
    public const string Word = "quiz";

    public string Name => Word;

    public IReadOnlyList<IDialect> Dialects => [];

    public int MostLanes => 0;

    public async Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken)
    {
        await gateway.DoAsync(HttpMethod.Post, "/contests", QuizPaper.Draft(id, plan.Questions, plan.QuestionTime), cancellationToken, bearer: gateway.AdminToken);
        return new StagedChannel(id, gateway.Key);
    }
}
