using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Takes batches of one import to its contest, and waits when the contest is busy instead of losing records.</summary>
internal sealed class ImportIntake(IChannels channels, Caller caller, string contestId, TimeProvider clock)
{
    private const int MaxTries = 100;

    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Why the caller may not import here; null when he may.</summary>
    public async Task<Refusal?> RefusalAsync() =>
        ChannelId.IsValidId(contestId)
            ? (await channels.Get<IContest>(contestId).Admit(caller)).Refusal
            : ContestRefusals.ContestNotFound;

    /// <returns>One outcome per draft, in order; busy only when the contest has been for long.</returns>
    public async Task<IReadOnlyList<Outcome<Logged>>> LogAsync(IReadOnlyList<QsoDraft> drafts, CancellationToken cancellationToken)
    {
        var outcomes = (await Contest.Log(caller, drafts)).ToArray();
        for (var tries = 1; tries < MaxTries && BusyOf(outcomes) is { Count: > 0 } busy; tries++)
        {
            await Task.Delay(pause, clock, cancellationToken);
            var again = await Contest.Log(caller, [.. busy.Select(index => drafts[index])]);
            foreach (var (index, outcome) in busy.Zip(again))
            {
                outcomes[index] = outcome;
            }
        }

        return outcomes;
    }

    public Task<Outcome<ContestCard>> KeepHeadersAsync(StationHeaders headers) => Contest.KeepHeaders(caller, headers);

    /// <summary>Taken anew for each call: one that is kept may have gone to rest.</summary>
    private IContest Contest => channels.Get<IContest>(contestId);

    private static List<int> BusyOf(Outcome<Logged>[] outcomes) =>
        [.. outcomes.Index().Where(outcome => outcome.Item.Refusal?.Code == Refusal.Busy.Code).Select(outcome => outcome.Index)];
}
