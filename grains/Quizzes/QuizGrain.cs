using Orleans.Concurrency;
using OrleansContest.Channels;
using OrleansContest.Grains.Channels;
using OrleansContest.Quizzes;

namespace OrleansContest.Grains.Quizzes;

/// <summary>One quiz of the cluster. Key: the quiz's id.</summary>
/// <remarks>
/// A quiz runs by itself, so it must be in memory until it is over, though nobody asks: a reminder asks every minute, and brings it back
/// where its silo was lost.
/// </remarks>
[GrainType("quiz")]
[Reentrant]
internal sealed class QuizGrain(ChannelHost host) : ChannelGrain<IQuiz>(host), IQuizGrain, IRemindable
{
    private const string run = "run";

    /// <summary>The shortest that Orleans takes.</summary>
    private static readonly TimeSpan every = TimeSpan.FromMinutes(1);

    /// <summary>Nothing acknowledged may be forgotten, so the reminder comes first.</summary>
    public async Task<Outcome<QuizCard>> Create(QuizDraft draft)
    {
        await this.RegisterOrUpdateReminder(run, every, every);
        return await Channel.Create(draft);
    }

    public Task<Outcome<QuizCard>> Delete() => Channel.Delete();

    public Task<QuizCard?> Card() => Channel.Card();

    public Task<Outcome<Joined>> Join(Participant participant) => Channel.Join(participant);

    public Task<Outcome<QuizCard>> Start() => Channel.Start();

    public Task<Outcome<SubmissionResult>> Submit(string submissionId, string userId, string questionId, string? optionId) =>
        Channel.Submit(submissionId, userId, questionId, optionId);

    public Task<Outcome<AttendanceTaken>> Attend(string gateway, IReadOnlyList<Attendee> attendees, bool areAll) =>
        Channel.Attend(gateway, attendees, areAll);

    public Task<CurrentQuestion?> Current() => Channel.Current();

    public Task<LeaderboardPage?> Leaderboard(int offset, int limit) => Channel.Leaderboard(offset, limit);

    public Task<Placings?> Standings(IReadOnlyList<string> userIds) => Channel.Standings(userIds);

    public Task<IReadOnlyList<Submission>?> Answers(string userId) => Channel.Answers(userId);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var card = await Channel.Card();
        if (card?.Status is null or QuizStatus.Completed && await this.GetReminder(run) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
