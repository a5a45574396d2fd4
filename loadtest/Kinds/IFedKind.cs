namespace OrleansContest.LoadTest.Kinds;

/// <summary>A kind that is fed by lanes, and whose spectators hold its state.</summary>
/// <remarks>
/// Each lane sends one thing after another, and one row of the state shows how many have been counted: so it can be told of every message what it
/// shows for the first time, and at the end whether everything was counted once.
/// </remarks>
internal interface IFedKind : IKind
{
    /// <summary>Whether all who come to a position must have the same state there.</summary>
    bool IsStrict => true;

    /// <summary>The row that counts a lane's ingests.</summary>
    string RowOf(int lane);

    /// <summary>How many ingests such a row shows.</summary>
    long CountIn(byte[] row);

    /// <summary>The request of a lane's n-th ingest, from 1. The same again counts once.</summary>
    HttpRequestMessage Ingest(StagedChannel channel, int lane, long number);

    /// <summary>Whether an answer that says 200 says that it was counted, then or before.</summary>
    bool IsTaken(string answer) => true;
}
