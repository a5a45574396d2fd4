using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>That a caller was let in, and how far.</summary>
/// <param name="StationId">The only station it may log for; null for any.</param>
/// <param name="Use">The fact that a session was used, where it is time to record it.</param>
internal sealed record Admission(string? StationId, SessionExtended? Use)
{
    private static readonly Admission unbounded = new(null, null);

    /// <returns>Null when the caller is not let in. A wrong key or token is no better on an open contest than elsewhere.</returns>
    public static Admission? Of(ContestLog log, Caller caller, DateTimeOffset at) => caller.Kind switch
    {
        CallerKind.Trusted => unbounded,
        CallerKind.Key => log.Access.HasKey(caller.SecretHash) ? unbounded : null,
        CallerKind.Token => log.Access.Find(caller.SecretHash, at) is { } session ? Of(session, caller.SecretHash!, at) : null,
        _ => log.Card is { Open: true } ? unbounded : null,
    };

    public bool Covers(string stationId) => StationId is null || EntryBook.SameStation(StationId, stationId);

    public Decision<ContestEvent> Accept(object answer) =>
        Use is null ? Decision<ContestEvent>.Accept(answer) : Decision<ContestEvent>.Accept(answer, Use);

    public Decision<ContestEvent> Accept(object answer, ContestEvent @event) =>
        Use is null ? Decision<ContestEvent>.Accept(answer, @event) : Decision<ContestEvent>.Accept(answer, Use, @event);

    private static Admission Of(Session session, string tokenHash, DateTimeOffset at)
    {
        var left = session.ExpiresAt - at;
        var isWorthRecording = left < ContestAccess.SessionLifetime - ContestAccess.UnrecordedUse;
        return new(session.StationId, isWorthRecording ? new(tokenHash, at + ContestAccess.SessionLifetime) : null);
    }
}
