namespace OrleansContest.LoadTest.Runs;

/// <summary>A process' share of a run.</summary>
internal interface ICrew : IAsyncDisposable
{
    /// <summary>How it is doing, at any time.</summary>
    CrewFigures Figures { get; }

    /// <summary>Connects all spectators, and knows what the channels were before the run.</summary>
    /// <exception cref="LoadException">They cannot be connected.</exception>
    Task GatherAsync(CancellationToken stop);

    /// <summary>Feeds the channels until the schedule ends, or it is stopped.</summary>
    /// <param name="start">The timestamp of the first ingest.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="LoadException">The gateway does not take it.</exception>
    Task FeedAsync(long start, CancellationToken stop);

    /// <summary>Waits until everybody has everything, and compares it with the truth.</summary>
    Task SettleAsync();
}
