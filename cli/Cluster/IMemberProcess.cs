namespace OrleansContest.Cli.Cluster;

/// <summary>A process of the cluster that was started.</summary>
internal interface IMemberProcess : IDisposable
{
    int Id { get; }

    /// <summary>Completes with the exit code when the process has ended and all it wrote is kept.</summary>
    Task<int> Ended { get; }

    /// <summary>What it wrote last, without the frames of stack traces.</summary>
    IReadOnlyList<string> LastWords { get; }

    /// <summary>Where all is kept that it writes.</summary>
    string LogPath { get; }

    /// <summary>Asks it to stop in good order.</summary>
    void AskToStop();

    /// <summary>Ends it at once.</summary>
    void Kill();
}
