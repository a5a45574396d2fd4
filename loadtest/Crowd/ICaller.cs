namespace OrleansContest.LoadTest.Crowd;

/// <summary>Somebody who connects, may lose the connection, and comes back.</summary>
internal interface ICaller
{
    /// <summary>Its number in the run.</summary>
    int Number { get; }

    Temper Temper { get; }

    /// <summary>Attempts in a row that failed.</summary>
    int Failed { get; }

    /// <summary>Connects; called by one at a time, and never while it is connected.</summary>
    /// <param name="due">When it should have been.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it is connected.</returns>
    Task<bool> ConnectAsync(long due, CancellationToken cancellationToken);

    /// <summary>Goes away without a word, to come back.</summary>
    void Vanish();

    /// <summary>A slow one reads a little; others do as they do.</summary>
    void Sip();
}
