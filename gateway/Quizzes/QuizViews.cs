using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>What all participants are told alike. Leaderboards and the end have something of their own for each, and come from the room.</summary>
internal sealed class ParticipantView : IUpdateFilter
{
    private ParticipantView()
    {
    }

    public static ParticipantView Only { get; } = new();

    public bool Passes(Update update) => update.Type is not (QuizNames.End or QuizNames.Deleted);

    public bool Passes(Moment moment) => moment.Type == QuizNames.Timer;
}

/// <summary>What the public is told: the leaderboard.</summary>
internal sealed class PublicView : IUpdateFilter
{
    private PublicView()
    {
    }

    public static PublicView Only { get; } = new();

    public bool Passes(Update update) => false;

    public bool Passes(Moment moment) => moment.Type == QuizNames.Leaderboard;
}
