using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using OrleansContest.Channels;
using OrleansContest.Grains.Channels;
using OrleansContest.Quizzes;

namespace OrleansContest.Grains.Quizzes;

/// <summary>One quiz of the cluster. Key: the quiz's id.</summary>
/// <remarks>
/// A quiz runs by itself, so it must be in memory until it is over, though nobody asks: a reminder asks every minute, and brings it back
/// where its silo was lost. It ends when it is written down how the quiz ended; gateways that ask for the final ranks have that begun sooner.
/// </remarks>
[GrainType("quiz")]
[Reentrant]
internal sealed class QuizGrain(ChannelHost host, IFinalLeaderboards kept, ILogger<QuizGrain> logger) : ChannelGrain<IQuiz>(host), IQuizGrain, IRemindable
{
    private const string run = "run";

    /// <summary>The shortest that Orleans takes.</summary>
    private static readonly TimeSpan every = TimeSpan.FromMinutes(1);

    private QuizFinal? final;

    private QuizFinal Final => final ??= new(this.GetPrimaryKeyString(), Channel, kept, logger);

    /// <summary>Nothing acknowledged may be forgotten, so the reminder comes first.</summary>
    public async Task<Outcome<QuizCard>> Create(QuizDraft draft)
    {
        await this.RegisterOrUpdateReminder(run, every, every);
        return await Channel.Create(draft);
    }

    /// <summary>The reminder sees to it that what was written down of the quiz goes too.</summary>
    public async Task<Outcome<QuizCard>> Delete()
    {
        await this.RegisterOrUpdateReminder(run, every, every);
        var outcome = await Channel.Delete();
        await Final.ForgetAsync();
        return outcome;
    }

    public Task<QuizCard?> Card() => Channel.Card();

    public Task<Outcome<Joined>> Join(Participant participant) => Channel.Join(participant);

    public Task<Outcome<QuizCard>> Start() => Channel.Start();

    public Task<Outcome<SubmissionResult>> Submit(string submissionId, string userId, string questionId, string? optionId) =>
        Channel.Submit(submissionId, userId, questionId, optionId);

    public Task<Outcome<AttendanceTaken>> Attend(string gateway, IReadOnlyList<Attendee> attendees, bool areAll) =>
        Channel.Attend(gateway, attendees, areAll);

    public Task<CurrentQuestion?> Current() => Channel.Current();

    public Task<LeaderboardPage?> Leaderboard(int offset, int limit) => Channel.Leaderboard(offset, limit);

    public async Task<Placings?> Standings(IReadOnlyList<string> userIds)
    {
        var placings = await Channel.Standings(userIds);
        if (placings?.Status == QuizStatus.Completed)
        {
            Final.Begin();
        }

        return placings;
    }

    public Task<IReadOnlyList<Submission>?> Answers(string userId) => Channel.Answers(userId);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var isDone = (await Channel.Card())?.Status switch
        {
            null => await Final.ForgetAsync(),
            QuizStatus.Completed => await Final.WriteAsync(),
            _ => false,
        };
        if (isDone && await this.GetReminder(run) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
