using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>What spectators see of a pileup: each event as the contract's messages, in the contract's order.</summary>
internal static class PileupUpdates
{
    public static IEnumerable<UpdateDraft> Of(Pileup pileup, PileupEvent @event) => @event switch
    {
        CallerRegistered or QueueCleared or CallerRemoved or QueueResized => [PileupMessages.Queue(pileup)],
        QueueAdvanced or ContactLogged => [PileupMessages.Current(pileup), PileupMessages.Queue(pileup)],
        ContactCompleted => [PileupMessages.Current(pileup)],
        FrequencyAnnounced => [PileupMessages.Frequency(pileup)],
        SplitAnnounced => [PileupMessages.Split(pileup)],
        StatusChanged or StatusConfirmed => [PileupMessages.Status(pileup), PileupMessages.Queue(pileup), PileupMessages.Current(pileup)],
        LoggedContactsAllowed => [],
        CallerDescribed e => Described(pileup, e.Profile.Callsign),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<UpdateDraft> Described(Pileup pileup, string callsign)
    {
        if (pileup.Current?.Callsign == callsign)
        {
            yield return PileupMessages.Current(pileup);
        }

        if (pileup.Holds(callsign))
        {
            yield return PileupMessages.Queue(pileup);
        }
    }
}
