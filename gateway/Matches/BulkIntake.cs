using OrleansContest.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Takes batches of one bulk to its match, and waits when the match is busy instead of losing votes.</summary>
internal sealed class BulkIntake(IChannels channels, Caller caller, string matchId, TimeProvider clock)
{
    private const int MaxTries = 100;

    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);

    /// <returns>One outcome per ballot, in order; refused as busy only when the match has been for long.</returns>
    public async Task<Outcome<BallotsCounted>> CountAsync(IReadOnlyList<Ballot> ballots, CancellationToken cancellationToken)
    {
        // Taken anew for each call: one that is kept may have gone to rest.
        var outcome = await channels.Get<IMatch>(matchId).Vote(caller, ballots);
        for (var tries = 1; tries < MaxTries && outcome.Refusal?.Code == Refusal.Busy.Code; tries++)
        {
            await Task.Delay(pause, clock, cancellationToken);
            outcome = await channels.Get<IMatch>(matchId).Vote(caller, ballots);
        }

        return outcome;
    }
}
