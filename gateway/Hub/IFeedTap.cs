using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Is told all that a feed knows, in order and without holes. Its calls come one after another and must not block.</summary>
internal interface IFeedTap
{
    /// <summary>From here on: the first call, and again when the numbering jumped.</summary>
    void Begin(FullState full);

    void Take(string epoch, IReadOnlyList<Update> updates);

    /// <summary>What is only of the moment has changed; told after the updates that came with it.</summary>
    void Take(Moments moments)
    {
    }

    /// <summary>Answers <see cref="Feed.RequestFull"/>: a state no older than the request, all of whose updates were told before.</summary>
    void TakeFull(FullState full);

    /// <summary>Nothing more will come.</summary>
    /// <param name="reason">Why: <see cref="JoinOutcome.Closed"/> means that another feed may be opened at once.</param>
    void End(JoinOutcome reason);
}
