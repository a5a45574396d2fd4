using Orleans.Concurrency;
using OrleansContest.Channels;
using OrleansContest.Grains.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Grains.Pileups;

/// <summary>One pileup of the cluster. Key: the pileup's id.</summary>
[GrainType("pileup")]
[Reentrant]
internal sealed class PileupGrain(ChannelHost host) : ChannelGrain<IPileup>(host), IPileupGrain
{
    public Task<Pileup> View() => Channel.View();

    public Task<Outcome<QueueEntry>> Register(string callsign, CallerProfile profile) => Channel.Register(callsign, profile);

    public Task<Outcome<Pileup>> ClearQueue() => Channel.ClearQueue();

    public Task<Outcome<QueueEntry>> Remove(string callsign) => Channel.Remove(callsign);

    public Task<Outcome<Pileup>> TakeNext() => Channel.TakeNext();

    public Task<Outcome<Completed>> Complete() => Channel.Complete();

    public Task<Outcome<ContactStarted>> LogDirectly(ContactDraft draft, CallerProfile profile) => Channel.LogDirectly(draft, profile);

    public Task<Outcome<Announcement>> AnnounceFrequency(string? text) => Channel.AnnounceFrequency(text);

    public Task<Outcome<Announcement>> AnnounceSplit(string? text) => Channel.AnnounceSplit(text);

    public Task<Outcome<SystemStatus>> SetStatus(bool active, string by) => Channel.SetStatus(active, by);

    public Task<Outcome<Pileup>> AllowLoggedContacts(bool allowed) => Channel.AllowLoggedContacts(allowed);

    public Task<Outcome<Pileup>> Resize(int maxSize) => Channel.Resize(maxSize);

    public Task<Outcome<Pileup>> Describe(CallerProfile profile) => Channel.Describe(profile);
}
