using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What this gateway holds of a channel's seats and has filled, and when it must ask the roster next. The time comes in.</summary>
/// <remarks>
/// Whatever is lost or late on the way to the roster and back, no more seats are filled than the roster surely keeps for this gateway.
/// While a question is under way, or its outcome is unknown, that is what the question calls needed: the roster may have taken the rest.
/// </remarks>
internal sealed class SeatHolding(SeatOptions options)
{
    private int held;
    private TimeSpan until;
    private TimeSpan term;
    private SeatRequest? asked;
    private TimeSpan askedAt;
    private TimeSpan endedAt;
    private TimeSpan stirredAt;
    private int? reported;
    private int lacking;
    private int spareElsewhere;

    /// <summary>Seats with a spectator in them.</summary>
    public int Filled { get; private set; }

    /// <summary>Seats filled elsewhere, by the roster's last answer; null until it has answered.</summary>
    public int? Elsewhere { get; private set; }

    /// <summary>Set while the roster's last answer was none.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>Whether the roster has said that there are too few.</summary>
    public bool IsShort => !IsSilent && lacking > 0;

    /// <summary>Those at the door for whom there is no seat anywhere.</summary>
    public int TurnedAway => spareElsewhere == 0 ? lacking : 0;

    /// <summary>Whether nobody sits here and nothing is under way.</summary>
    public bool IsAtRest => Filled == 0 && asked is null;

    /// <summary>When what is held falls back, unless it is renewed.</summary>
    public TimeSpan Until => until;

    public int Held(TimeSpan now) => now < until ? held : 0;

    /// <summary>Seats that may be filled at once.</summary>
    public int Open(TimeSpan now) => Math.Max(0, Math.Min(Held(now), asked?.Needed ?? int.MaxValue) - Filled);

    /// <summary>Seats that are filled and held no more.</summary>
    public int Surplus(TimeSpan now) => Math.Max(0, Filled - Held(now));

    public void Fill(TimeSpan now) => (Filled, stirredAt) = (Filled + 1, now);

    public void Leave(TimeSpan now) => (Filled, stirredAt) = (Filled - 1, now);

    /// <summary>When the roster must be asked; null while nothing calls for it.</summary>
    /// <param name="atDoor">Spectators who wait for a seat.</param>
    /// <param name="isWatched">Whether somebody wants to know the audience.</param>
    /// <param name="now">The time.</param>
    public TimeSpan? NextAsk(int atDoor, bool isWatched, TimeSpan now)
    {
        if (asked is not null)
        {
            return null;
        }

        if (atDoor > Open(now))
        {
            return IsSilent || lacking > 0 ? endedAt + options.AskAgainAfter : now;
        }

        var isDifferent = (reported ?? 0) != Filled || Held(now) > Filled || lacking > 0 || (IsSilent && now < until);
        return isDifferent || isWatched ? askedAt + options.ReportEvery
            : Filled > 0 ? askedAt + (options.RenewEvery < term / 6 ? options.RenewEvery : term / 6)
            : null;
    }

    /// <summary>What to ask the roster now.</summary>
    public SeatRequest Ask(int atDoor, SeatCaller caller, TimeSpan now)
    {
        var needed = Filled + atDoor;
        var growth = atDoor > Open(now) ? Math.Min(options.Ahead, needed / 2) : 0;
        var kept = now - stirredAt < options.KeepFor ? Math.Max(0, Held(now) - needed) : 0;
        askedAt = now;
        asked = new SeatRequest(
            caller.Holder, caller.Turn, Filled, needed, Math.Max(growth, kept), caller.Limit, now < until ? until - now : TimeSpan.Zero);
        return asked;
    }

    /// <summary>The roster has answered what was asked.</summary>
    public void Answered(SeatGrant grant, TimeSpan now)
    {
        (held, until, term) = (grant.Seats, askedAt + grant.Term, grant.Term);
        (Elsewhere, spareElsewhere) = (grant.Elsewhere, grant.Spare);
        lacking = Math.Max(0, asked!.Needed - grant.Seats);
        reported = Math.Min(asked.Seated, grant.Seats);
        (IsSilent, asked, endedAt) = (false, null, now);
    }

    /// <summary>It has not: whether it was done is unknown.</summary>
    public void Unanswered(TimeSpan now)
    {
        held = Math.Min(held, asked!.Needed);
        (IsSilent, asked, endedAt, reported) = (true, null, now, null);
    }
}

/// <summary>Who asks a roster.</summary>
/// <param name="Holder">This gateway's name.</param>
/// <param name="Turn">The question's number.</param>
/// <param name="Limit">The seats that the channel has.</param>
internal readonly record struct SeatCaller(string Holder, long Turn, int Limit);
