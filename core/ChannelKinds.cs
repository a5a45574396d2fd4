using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Events;
using OrleansContest.Matches;
using OrleansContest.Pileups;
using OrleansContest.Quizzes;

namespace OrleansContest;

/// <summary>Every kind of channel there is. An engine hosts them all; a new kind adds its line.</summary>
public static class ChannelKinds
{
    public static IReadOnlyList<ChannelKind> All { get; } =
    [
        ContestChannel.Kind,
        EventChannel.Kind,
        MatchChannel.Kind,
        PileupChannel.Kind,
        QuizChannel.Kind,
        AccountsChannel.Kind,
    ];
}
