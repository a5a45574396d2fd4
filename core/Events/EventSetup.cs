namespace OrleansContest.Events;

/// <summary>What an event was created with, and where it is in its life.</summary>
/// <param name="Draft">As it was created.</param>
/// <param name="KeyHash">SHA-256 of its ingest key, 64 lower-case hex digits.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="Status">Where it is.</param>
/// <param name="StatusChangedAt">Since when; null while it is as created.</param>
/// <param name="Config">Its settings.</param>
public sealed record EventSetup(
    EventDraft Draft, string KeyHash, DateTimeOffset CreatedAt, EventStatus Status, DateTimeOffset? StatusChangedAt, EventConfig Config)
{
    /// <summary>An event as it begins.</summary>
    public static EventSetup Of(EventDraft draft, string keyHash, DateTimeOffset at) =>
        new(draft, keyHash, at, EventStatus.Draft, null, new EventConfig(null, null, null, draft.Strategy, draft.MaxConnections));

    public KeyWindow Validity => KeyWindow.Of(Draft.StartDate, Draft.EndDate);
}
