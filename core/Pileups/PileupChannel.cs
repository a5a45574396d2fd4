using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>A pileup's calls, as commands and questions to its runner. Stamps each command with the time.</summary>
public sealed class PileupChannel(IChannelRunner<Pileup, PileupCommand> runner, TimeProvider clock) : IPileup
{
    /// <summary>The kind <c>pileup</c>, for an engine to host.</summary>
    public static ChannelKind Kind { get; } = new ChannelKind<IPileup, Pileup, PileupCommand, PileupEvent>(
        "pileup", new PileupModel(), (_, runner, clock) => new PileupChannel(runner, clock));

    private DateTimeOffset Now => UtcMilliseconds.Cut(clock.GetUtcNow());

    public Task<CatchUp?> CatchUp(Position? since) => runner.CatchUpAsync(since);

    public Task<Pileup> View() => runner.QueryAsync(pileup => pileup);

    public Task<Outcome<QueueEntry>> Register(string callsign, CallerProfile profile) =>
        runner.AskAsync<QueueEntry>(new Register(callsign, profile, Now));

    public Task<Outcome<Pileup>> ClearQueue() => runner.AskAsync<Pileup>(new ClearQueue(Now));

    public Task<Outcome<QueueEntry>> Remove(string callsign) => runner.AskAsync<QueueEntry>(new RemoveCaller(callsign, Now));

    public Task<Outcome<Pileup>> TakeNext() => runner.AskAsync<Pileup>(new TakeNext(Now));

    public Task<Outcome<Completed>> Complete() => runner.AskAsync<Completed>(new CompleteContact(Now));

    public Task<Outcome<ContactStarted>> LogDirectly(ContactDraft draft, CallerProfile profile) =>
        runner.AskAsync<ContactStarted>(new LogDirectly(draft, profile, Now));

    public Task<Outcome<Announcement>> AnnounceFrequency(string? text) => runner.AskAsync<Announcement>(new AnnounceFrequency(text, Now));

    public Task<Outcome<Announcement>> AnnounceSplit(string? text) => runner.AskAsync<Announcement>(new AnnounceSplit(text, Now));

    public Task<Outcome<SystemStatus>> SetStatus(bool active, string by) => runner.AskAsync<SystemStatus>(new SetStatus(active, by, Now));

    public Task<Outcome<Pileup>> AllowLoggedContacts(bool allowed) => runner.AskAsync<Pileup>(new AllowLoggedContacts(allowed, Now));

    public Task<Outcome<Pileup>> Resize(int maxSize) => runner.AskAsync<Pileup>(new Resize(maxSize, Now));

    public Task<Outcome<Pileup>> Describe(CallerProfile profile) => runner.AskAsync<Pileup>(new Describe(profile, Now));
}
