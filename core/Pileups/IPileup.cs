using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>One pileup: its queue, and who is being worked. Kind <c>pileup</c>. Every id has one; nobody creates it.</summary>
/// <remarks>Callsigns come as <see cref="PileupCallsign.Normalize"/> gives them. Source: the pileup-queue contract, <c>docs/protocols/pileup-queue.md</c>.</remarks>
public interface IPileup : IChannel
{
    /// <summary>Everything there is to see of it.</summary>
    Task<Pileup> View();

    /// <summary>Puts a caller at the end of the queue, or refuses (<c>InvalidCallsign</c>, <c>Inactive</c>, <c>AlreadyQueued</c>, <c>QueueFull</c>).</summary>
    /// <param name="callsign">Who.</param>
    /// <param name="profile">What is known of them so far.</param>
    Task<Outcome<QueueEntry>> Register(string callsign, CallerProfile profile);

    Task<Outcome<Pileup>> ClearQueue();

    /// <summary>Takes a caller out of the queue, or refuses (<c>NotQueued</c>).</summary>
    Task<Outcome<QueueEntry>> Remove(string callsign);

    /// <summary>Ends the contact under way, and begins one with the first of the queue if anybody waits.</summary>
    Task<Outcome<Pileup>> TakeNext();

    Task<Outcome<Completed>> Complete();

    /// <summary>Begins a contact on the word of a logging program, or refuses (<c>InvalidCallsign</c>, <c>LoggedContactsNotAllowed</c>).</summary>
    Task<Outcome<ContactStarted>> LogDirectly(ContactDraft draft, CallerProfile profile);

    /// <param name="text">Up to 256 characters; null deletes it.</param>
    Task<Outcome<Announcement>> AnnounceFrequency(string? text);

    /// <param name="text">Up to 256 characters; null deletes it.</param>
    Task<Outcome<Announcement>> AnnounceSplit(string? text);

    /// <summary>Opens or closes it. When that is a change, the queue and the contact under way are cleared.</summary>
    Task<Outcome<SystemStatus>> SetStatus(bool active, string by);

    Task<Outcome<Pileup>> AllowLoggedContacts(bool allowed);

    /// <param name="maxSize">Callers that may wait, 1 to 1,000.</param>
    Task<Outcome<Pileup>> Resize(int maxSize);

    /// <summary>Adds what a callbook knows to the caller, where they wait and where they are being worked.</summary>
    Task<Outcome<Pileup>> Describe(CallerProfile profile);
}
