namespace OrleansContest.LoadTest.Kinds;

/// <summary>A kind of channel: how one is made and watched.</summary>
internal interface IKind
{
    string Name { get; }

    /// <summary>Ways to watch; the first is the usual one.</summary>
    IReadOnlyList<IDialect> Dialects { get; }

    /// <summary>Lanes that a channel can have; 0 where nothing is sent by lanes.</summary>
    int MostLanes { get; }

    /// <summary>Makes a channel ready, or finds one that is there.</summary>
    /// <param name="gateway">Where.</param>
    /// <param name="id">The channel.</param>
    /// <param name="plan">What it is for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="LoadException">It cannot be done.</exception>
    Task<StagedChannel> StageAsync(GatewayApi gateway, string id, StagePlan plan, CancellationToken cancellationToken);
}

/// <summary>What a channel is made for.</summary>
/// <param name="Lanes">Lanes that feed it.</param>
/// <param name="Spectators">Spectators that watch it.</param>
/// <param name="IsThere">Whether it exists, and is only to be used.</param>
internal sealed record StagePlan(int Lanes, int Spectators, bool IsThere)
{
    /// <summary>Questions of a quiz.</summary>
    public int Questions { get; init; }

    /// <summary>How long each is asked.</summary>
    public TimeSpan QuestionTime { get; init; }
}

/// <summary>A channel that is ready.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Opens its ingest; null where none is wanted.</param>
internal sealed record StagedChannel(string Id, string? Key);
