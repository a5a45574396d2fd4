using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>The rules of a pileup. Pure: same state and command, same answer.</summary>
/// <remarks>What the operator does is always answered by the updates of its kind, also when it changed nothing.</remarks>
public static class PileupRules
{
    /// <summary>Characters of a text that an operator, a logging program or a callbook gives.</summary>
    public const int MaxText = 256;

    public static Decision<PileupEvent> Decide(Pileup pileup, PileupCommand command) => command switch
    {
        Register c => Register(pileup, c),
        ClearQueue c => Accept(pileup, new QueueCleared(c.At)),
        RemoveCaller c when pileup.Find(c.Callsign) is { } entry => Accept(entry, new CallerRemoved(c.Callsign, c.At)),
        RemoveCaller => PileupRefusals.NotQueued,
        TakeNext c => TakeNext(pileup, c),
        CompleteContact c => Accept(new Completed(pileup.Current), new ContactCompleted(c.At)),
        LogDirectly c => LogDirectly(pileup, c),
        AnnounceFrequency { Text.Length: > MaxText } or AnnounceSplit { Text.Length: > MaxText } => PileupRefusals.TooLong,
        AnnounceFrequency c => Announce(c.Text, c.At, said => new FrequencyAnnounced(said)),
        AnnounceSplit c => Announce(c.Text, c.At, said => new SplitAnnounced(said)),
        SetStatus c => SetStatus(pileup, c),
        AllowLoggedContacts c when c.Allowed == pileup.TakesLoggedContacts => Accept(pileup),
        AllowLoggedContacts c => Accept(pileup with { TakesLoggedContacts = c.Allowed }, new LoggedContactsAllowed(c.Allowed, c.At)),
        Resize { MaxSize: < 1 or > Pileup.LargestSize } => PileupRefusals.InvalidSize,
        Resize c when c.MaxSize == pileup.MaxSize => Accept(pileup),
        Resize c => Accept(pileup with { MaxSize = c.MaxSize }, new QueueResized(c.MaxSize, c.At)),
        Describe c => Describe(pileup, c),
        _ => throw new UnreachableException(),
    };

    public static Pileup Evolve(Pileup pileup, PileupEvent @event) => @event switch
    {
        CallerRegistered e => pileup with { Queue = [.. pileup.Queue, e.Caller] },
        QueueCleared => pileup with { Queue = [] },
        CallerRemoved e => Without(pileup, e.Callsign),
        QueueAdvanced { Contact: { } contact } => Without(pileup, contact.Callsign) with { Current = contact },
        QueueAdvanced or ContactCompleted => pileup with { Current = null },
        ContactLogged e => Without(pileup, e.Contact.Callsign) with { Current = e.Contact },
        FrequencyAnnounced e => pileup with { Frequency = e.Frequency },
        SplitAnnounced e => pileup with { Split = e.Split },
        StatusChanged e => pileup with { Status = e.Status, Queue = [], Current = null },
        StatusConfirmed e => pileup with { Status = e.Status },
        LoggedContactsAllowed e => pileup with { TakesLoggedContacts = e.Allowed },
        QueueResized e => pileup with { MaxSize = e.MaxSize },
        CallerDescribed e => Described(pileup, e.Profile),
        _ => throw new UnreachableException(),
    };

    private static Decision<PileupEvent> Register(Pileup pileup, Register command)
    {
        Refusal? refusal = pileup switch
        {
            _ when !PileupCallsign.IsValid(command.Callsign) => PileupRefusals.InvalidCallsign,
            { Status.Active: false } => PileupRefusals.Inactive,
            _ when pileup.Holds(command.Callsign) => PileupRefusals.AlreadyQueued,
            { IsFull: true } => PileupRefusals.QueueFull,
            _ => null,
        };
        var caller = new QueuedCaller(command.Callsign, command.At, Trimmed(command.Profile));
        return refusal is null ? Accept(caller.At(pileup.Queue.Count + 1), new CallerRegistered(caller)) : refusal;
    }

    private static Decision<PileupEvent> TakeNext(Pileup pileup, TakeNext command)
    {
        var contact = pileup.Queue is [var next, ..]
            ? new CurrentContact(next.Callsign, command.At, next.Qrz, ContactOrigin.Turn)
            : null;
        var advanced = new QueueAdvanced(contact, command.At);
        return Accept(Evolve(pileup, advanced), advanced);
    }

    private static Decision<PileupEvent> LogDirectly(Pileup pileup, LogDirectly command)
    {
        if (!pileup.TakesLoggedContacts || !PileupCallsign.IsValid(command.Draft.Callsign))
        {
            return pileup.TakesLoggedContacts ? PileupRefusals.InvalidCallsign : PileupRefusals.LoggedContactsNotAllowed;
        }

        var draft = command.Draft;
        var waiting = pileup.Find(draft.Callsign);
        var origin = new ContactOrigin(
            waiting is null ? ContactOrigin.Direct : ContactOrigin.Queue, draft.FrequencyMhz, Trimmed(draft.Mode), Trimmed(draft.Source),
            Trimmed(draft.TriggeredBy));
        return Accept(
            new ContactStarted(draft.Callsign, origin.Source, waiting is not null, origin.FrequencyMhz, origin.Mode),
            new ContactLogged(new CurrentContact(draft.Callsign, command.At, waiting?.Qrz ?? Trimmed(command.Profile), origin)));
    }

    private static Decision<PileupEvent> Announce(string? text, DateTimeOffset at, Func<Announcement, PileupEvent> made)
    {
        var announcement = new Announcement(text, at);
        return Accept(announcement, made(announcement));
    }

    /// <summary>A repeated command must not throw out those who have registered since the first.</summary>
    private static Decision<PileupEvent> SetStatus(Pileup pileup, SetStatus command)
    {
        var status = new SystemStatus(command.Active, command.At, Trimmed(command.By));
        return Accept(status, command.Active == pileup.Status.Active ? new StatusConfirmed(status) : new StatusChanged(status));
    }

    private static Decision<PileupEvent> Describe(Pileup pileup, Describe command)
    {
        var described = new CallerDescribed(Trimmed(command.Profile), command.At);
        var after = Evolve(pileup, described);
        return after == pileup ? Accept(pileup) : Accept(after, described);
    }

    private static Pileup Without(Pileup pileup, string callsign) =>
        pileup with { Queue = [.. pileup.Queue.Where(caller => caller.Callsign != callsign)] };

    private static Pileup Described(Pileup pileup, CallerProfile profile)
    {
        var waits = pileup.Queue.Any(caller => caller.Callsign == profile.Callsign && caller.Qrz != profile);
        var isWorked = pileup.Current is { } current && current.Callsign == profile.Callsign && current.Qrz != profile;
        return pileup with
        {
            Queue = waits ? [.. pileup.Queue.Select(caller => caller.Callsign == profile.Callsign ? caller with { Qrz = profile } : caller)] : pileup.Queue,
            Current = isWorked ? pileup.Current! with { Qrz = profile } : pileup.Current,
        };
    }

    private static CallerProfile Trimmed(CallerProfile profile) => profile with
    {
        Name = Trimmed(profile.Name),
        Address = Trimmed(profile.Address),
        DxccName = Trimmed(profile.DxccName),
        Image = Trimmed(profile.Image),
        Error = Trimmed(profile.Error),
    };

    private static string? Trimmed(string? text) => text is { Length: > MaxText } ? text[..MaxText] : text;

    private static Decision<PileupEvent> Accept(object answer, params IReadOnlyList<PileupEvent> events) =>
        Decision<PileupEvent>.Accept(answer, events);
}
