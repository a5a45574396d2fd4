namespace OrleansContest.Channels;

/// <summary>What can be asked of a channel of any kind, by whatever engine it is hosted.</summary>
/// <remarks>
/// A kind adds its own commands and queries. All are asynchronous, take and give serializable records, and may be answered
/// from another process. A fault is a <see cref="ChannelUnavailableException"/>: temporary, the outcome of a command unknown.
/// </remarks>
public interface IChannel
{
    /// <summary>What a spectator needs who has <paramref name="since"/>, or who has nothing when it is null.</summary>
    /// <returns>Null when there is no such channel.</returns>
    Task<CatchUp?> CatchUp(Position? since);
}
