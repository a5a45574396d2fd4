namespace OrleansContest.Bench.Fanout;

/// <summary>What one turn came to.</summary>
/// <param name="PerFrame">Processor time of the server for each update delivered to somebody, µs.</param>
/// <param name="Delivered">Updates delivered a second, over all spectators.</param>
/// <param name="Median">From the moment an update was due until somebody had it, ms.</param>
/// <param name="Most">Within which 99 % had theirs, ms.</param>
/// <param name="Missing">Updates that somebody did not get in time.</param>
/// <param name="Bytes">The longest message.</param>
internal sealed record TurnFigures(double PerFrame, double Delivered, double Median, double Most, long Missing, int Bytes);
