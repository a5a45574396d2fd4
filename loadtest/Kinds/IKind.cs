namespace OrleansContest.LoadTest.Kinds;

/// <summary>A kind of channel: how one is made, fed and watched.</summary>
/// <remarks>
/// A channel is fed by lanes. Each sends one thing after another, and one row of the state shows how many have been counted: so it can be told of
/// every message what it shows for the first time, and at the end whether everything was counted once.
/// </remarks>
internal interface IKind
{
    string Name { get; }

    /// <summary>Ways to watch; the first is the usual one.</summary>
    IReadOnlyList<IDialect> Dialects { get; }

    /// <summary>Whether all who come to a position must have the same state there.</summary>
    bool IsStrict => true;

    /// <summary>Lanes that a channel can have.</summary>
    int MostLanes { get; }

    /// <summary>Makes a channel ready, or finds one that is there.</summary>
    /// <param name="gateway">Where.</param>
    /// <param name="id">The channel.</param>
    /// <param name="plan">What it is for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="LoadException">It cannot be done.</exception>
    Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken);

    /// <summary>The row that counts a lane's ingests.</summary>
    string RowOf(int lane);

    /// <summary>How many ingests such a row shows.</summary>
    long CountIn(byte[] row);

    /// <summary>The request of a lane's n-th ingest, from 1. The same again counts once.</summary>
    HttpRequestMessage Ingest(StagedChannel channel, int lane, long number);

    /// <summary>Whether an answer that says 200 says that it was counted, then or before.</summary>
    bool IsTaken(string answer) => true;
}

/// <summary>What a channel is made for.</summary>
/// <param name="Lanes">Lanes that feed it.</param>
/// <param name="Spectators">Spectators that watch it.</param>
/// <param name="IsThere">Whether it exists, and is only to be used.</param>
internal sealed record StagePlan(int Lanes, int Spectators, bool IsThere);

/// <summary>A channel that is ready.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Opens its ingest; null where none is wanted.</param>
internal sealed record StagedChannel(string Id, string? Key);
