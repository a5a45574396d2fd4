using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Finds the contest of an entry: what stands before the last dot of its id.</summary>
internal static class EntryOwner
{
    /// <returns>Null when that is no contest's id.</returns>
    public static IContest? Of(IChannels channels, string? entryId)
    {
        var dot = entryId?.LastIndexOf('.') ?? -1;
        return dot > 0 && ChannelId.IsValidId(entryId![..dot]) ? channels.Get<IContest>(entryId[..dot]) : null;
    }
}
